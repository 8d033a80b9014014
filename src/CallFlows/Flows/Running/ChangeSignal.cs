namespace CallFlows.Flows.Running;

/// <summary>Tells all who wait that something has changed, again and again.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource _next = new();

    /// <summary>Completes with the next change.</summary>
    public Task Next => _next.Task;

    public void Raise()
    {
        TaskCompletionSource now = _next;
        _next = new TaskCompletionSource();
        now.SetResult();
    }
}
