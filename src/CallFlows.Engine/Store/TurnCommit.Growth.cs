namespace CallFlows.Engine.Store;

/// <content>
/// How a commit that waits for its store takes in what happens meanwhile. Sealed unless the store leaves it open; then either the turn adds to
/// it, or the store seals it, never both at once.
/// </content>
internal sealed partial class TurnCommit
{
    private int _growth;
    private IGrownCommit? _waiting;

    private enum Growth
    {
        /// <summary>Nothing is added any more.</summary>
        Sealed,

        /// <summary>The turn may add to it.</summary>
        Open,

        /// <summary>The turn adds to it just now.</summary>
        Growing,

        /// <summary>The same, and the store has come by to seal it.</summary>
        Missed,
    }

    /// <summary>Why the commit must not be written: what was added last went wrong.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Lets the turn add to the commit until the store seals it.</summary>
    /// <param name="waiting">Told when the store could not seal it because the turn added to it, and now can.</param>
    public void LeaveOpen(IGrownCommit waiting)
    {
        _waiting = waiting;
        Volatile.Write(ref _growth, (int)Growth.Open);
    }

    /// <summary>Begins to add; false when the commit is sealed.</summary>
    public bool TryGrow() => Change(Growth.Open, Growth.Growing);

    /// <summary>Ends adding.</summary>
    /// <param name="failure">What went wrong in it, or null.</param>
    public void EndGrowth(Exception? failure)
    {
        Failure = failure;
        if (!Change(Growth.Growing, Growth.Open))
        {
            Volatile.Write(ref _growth, (int)Growth.Open);
            _waiting!.OnGrown();
        }
    }

    /// <summary>Seals the commit; false while the turn adds to it.</summary>
    public bool TrySeal()
    {
        while (!Change(Growth.Open, Growth.Sealed))
        {
            if (Change(Growth.Growing, Growth.Missed))
            {
                return false;
            }
        }

        return true;
    }

    private bool Change(Growth from, Growth to) => Interlocked.CompareExchange(ref _growth, (int)to, (int)from) == (int)from;
}
