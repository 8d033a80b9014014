namespace CallFlows.Flows.Running;

/// <summary>A point in time at which something is done unless it is cancelled before.</summary>
internal sealed class Deadline(DateTimeOffset at, Action passed)
{
    public DateTimeOffset At { get; } = at;

    public bool IsCancelled { get; private set; }

    public void Cancel() => IsCancelled = true;

    public void Pass()
    {
        if (!IsCancelled)
        {
            IsCancelled = true;
            passed();
        }
    }
}
