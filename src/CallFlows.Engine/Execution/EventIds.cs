namespace CallFlows.Engine.Execution;

/// <summary>The ids of the external events an instance has taken: all of this execution, the latest of those before it.</summary>
internal sealed class EventIds
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _inOrder = [];

    public bool Contains(string id) => _known.Contains(id);

    public void Add(string id)
    {
        if (_known.Add(id))
        {
            _inOrder.Add(id);
        }
    }

    /// <summary>The newest ids, oldest first.</summary>
    public IReadOnlyList<string> Latest(int count) => _inOrder.Count <= count ? [.. _inOrder] : _inOrder[^count..];
}
