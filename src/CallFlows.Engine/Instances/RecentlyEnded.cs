using CallFlows.Engine.Store;

namespace CallFlows.Engine.Instances;

/// <summary>The instances that ended last: what clients ask about most is what has just ended, and the store need not be read for it.</summary>
internal sealed class RecentlyEnded
{
    private const int MaxCount = 1024;

    /// <summary>Larger ones are not kept, so that all of them together stay small.</summary>
    private const int MaxBytes = 4 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, InstanceRecord> _records = new(StringComparer.Ordinal);
    private readonly Queue<InstanceRecord> _inOrder = new();

    public void Add(InstanceRecord ended)
    {
        if (ended.Input.Utf8.Length + ended.Output.Utf8.Length + ended.CustomStatus.Utf8.Length > MaxBytes || ended.Failure is not null)
        {
            return;
        }

        lock (_gate)
        {
            _records[ended.InstanceId] = ended;
            _inOrder.Enqueue(ended);
            if (_inOrder.Count > MaxCount)
            {
                InstanceRecord oldest = _inOrder.Dequeue();
                if (ReferenceEquals(_records.GetValueOrDefault(oldest.InstanceId), oldest))
                {
                    _records.Remove(oldest.InstanceId);
                }
            }
        }
    }

    public void Remove(string instanceId)
    {
        lock (_gate)
        {
            _records.Remove(instanceId);
        }
    }

    public InstanceRecord? Find(string instanceId)
    {
        lock (_gate)
        {
            return _records.GetValueOrDefault(instanceId);
        }
    }
}
