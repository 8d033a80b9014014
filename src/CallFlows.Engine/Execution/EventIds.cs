namespace CallFlows.Engine.Execution;

/// <summary>The ids of the external events an instance has taken: all of this execution, the latest of those before it. To be kept in one place.</summary>
internal struct EventIds
{
    /// <summary>So few are searched one by one: most instances that wait have no more, and a set takes ten times their memory.</summary>
    private const int Few = 8;

    private List<string>? _inOrder;
    private HashSet<string>? _known;

    public readonly bool Contains(string id) => _known?.Contains(id) ?? _inOrder?.Contains(id) ?? false;

    public void Add(string id)
    {
        if (Contains(id))
        {
            return;
        }

        _inOrder ??= [];
        _inOrder.Add(id);
        if (_known is not null)
        {
            _known.Add(id);
        }
        else if (_inOrder.Count > Few)
        {
            _known = new HashSet<string>(_inOrder, StringComparer.Ordinal);
        }
    }

    /// <summary>The newest ids, oldest first.</summary>
    public readonly IReadOnlyList<string> Latest(int count) => _inOrder is null ? [] : _inOrder[Math.Max(0, _inOrder.Count - count)..];
}
