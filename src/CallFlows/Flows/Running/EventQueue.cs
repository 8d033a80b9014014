namespace CallFlows.Flows.Running;

/// <summary>Events that nobody has taken, in the order they came. When there are too many, the oldest are forgotten.</summary>
internal sealed class EventQueue<TEvent>(DeadlineClock deadlines)
    where TEvent : class
{
    /// <summary>Above what a call brings; a flow that never takes any must not grow with them.</summary>
    private const int MaxKept = 256;

    private readonly Queue<TEvent> _events = new();
    private readonly ChangeSignal _changes = new();

    public void Add(TEvent taken)
    {
        if (_events.Count == MaxKept)
        {
            _events.Dequeue();
        }

        _events.Enqueue(taken);
        _changes.Raise();
    }

    /// <summary>Waits for the next one of a kind, and passes over the others.</summary>
    /// <returns>Null when none came in time.</returns>
    public async Task<TWanted?> NextAsync<TWanted>(TimeSpan within)
        where TWanted : class, TEvent
    {
        DateTimeOffset until = deadlines.Now + within;
        while (true)
        {
            while (_events.TryDequeue(out TEvent? next))
            {
                if (next is TWanted wanted)
                {
                    return wanted;
                }
            }

            if (deadlines.Now >= until)
            {
                return null;
            }

            await deadlines.EndsWithinAsync(_changes.Next, until - deadlines.Now);
        }
    }
}
