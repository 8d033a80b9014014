using CallFlows.Durable;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Instances;

/// <summary>Those who wait for instances to end.</summary>
internal sealed class CompletionWaiters
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (TaskCompletionSource<OrchestrationState> Source, int Count)> _waiting = new(StringComparer.Ordinal);

    /// <summary>Begins to wait. Each call needs one <see cref="Leave"/>.</summary>
    public Task<OrchestrationState> Join(string instanceId)
    {
        lock (_gate)
        {
            (TaskCompletionSource<OrchestrationState> Source, int Count) entry = _waiting.TryGetValue(instanceId, out var found)
                ? found
                : (new TaskCompletionSource<OrchestrationState>(TaskCreationOptions.RunContinuationsAsynchronously), 0);
            _waiting[instanceId] = (entry.Source, entry.Count + 1);
            return entry.Source.Task;
        }
    }

    public void Leave(string instanceId, Task<OrchestrationState> joined)
    {
        lock (_gate)
        {
            if (!_waiting.TryGetValue(instanceId, out var entry) || entry.Source.Task != joined)
            {
                return;
            }

            if (entry.Count == 1)
            {
                _waiting.Remove(instanceId);
            }
            else
            {
                _waiting[instanceId] = (entry.Source, entry.Count - 1);
            }
        }
    }

    public void Complete(InstanceRecord ended)
    {
        TaskCompletionSource<OrchestrationState>? source = null;
        lock (_gate)
        {
            if (_waiting.Remove(ended.InstanceId, out var entry))
            {
                source = entry.Source;
            }
        }

        source?.TrySetResult(ended.ToState());
    }

    /// <summary>Tells all that the engine stops.</summary>
    public void FailAll(Exception error)
    {
        lock (_gate)
        {
            foreach (var entry in _waiting.Values)
            {
                entry.Source.TrySetException(error);
            }

            _waiting.Clear();
        }
    }
}
