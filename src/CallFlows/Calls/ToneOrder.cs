using CallFlows.Recognition;

namespace CallFlows.Calls;

/// <summary>
/// Brings tones into the order in which they were pressed: each has a number, and callbacks come late, twice and out of order. A gap holds
/// up what is behind it until it is filled or given up. A tone that comes after all when its gap was given up comes late, not never.
/// </summary>
internal sealed class ToneOrder
{
    private readonly HashSet<int> _known = [];
    private readonly SortedDictionary<int, Tone> _early = [];
    private readonly Queue<Tone> _ready = new();
    private int? _next;

    /// <summary>Whether tones wait for one that was pressed before them.</summary>
    public bool HasGap => _early.Count > 0;

    /// <summary>Takes a tone.</summary>
    /// <returns>Whether it is new; one that came before changes nothing.</returns>
    public bool TryAdd(int number, Tone tone)
    {
        if (!_known.Add(number))
        {
            return false;
        }

        // Numbers begin with 0 or 1; which, the documentation doesn't say.
        _next ??= number <= 1 ? number : null;
        if (number < _next)
        {
            _ready.Enqueue(tone);
            return true;
        }

        _early.Add(number, tone);
        ReleaseInOrder();
        return true;
    }

    /// <summary>No longer waits for what is missing before the next tone.</summary>
    public void SkipGap()
    {
        if (HasGap)
        {
            _next = _early.First().Key;
            ReleaseInOrder();
        }
    }

    /// <summary>The next tone in order.</summary>
    public bool TryTake(out Tone tone) => _ready.TryDequeue(out tone);

    private void ReleaseInOrder()
    {
        while (_next is { } next && _early.Remove(next, out Tone tone))
        {
            _ready.Enqueue(tone);
            _next = next + 1;
        }
    }
}
