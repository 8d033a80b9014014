namespace CallFlows.Engine.Store;

/// <summary>
/// A history in memory, in pieces: it grows without being copied, and no piece is so large that the collector must go over everything to
/// make room for it.
/// </summary>
internal sealed class HistoryPieces
{
    private const int PieceLength = 1024;

    private List<HistoryEvent> _last = [];
    private List<List<HistoryEvent>>? _full;

    public void Add(IReadOnlyList<HistoryEvent> events)
    {
        for (int i = 0; i < events.Count; i++)
        {
            if (_last.Count == PieceLength)
            {
                (_full ??= []).Add(_last);
                _last = new List<HistoryEvent>(PieceLength);
            }

            _last.Add(events[i]);
        }
    }

    public void Clear()
    {
        _full = null;
        _last = [];
    }

    /// <summary>All events, in order.</summary>
    public IReadOnlyList<HistoryEvent> ToList() => _full is null ? [.. _last] : [.. _full.SelectMany(piece => piece), .. _last];
}
