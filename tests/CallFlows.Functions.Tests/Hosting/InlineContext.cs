namespace CallFlows.Functions.Tests.Hosting;

/// <summary>
/// Runs what is posted at once, on the stack of who posts it, as the scheduler of Durable Task does for orchestrators: continuations nest where the
/// embedded engine queues them.
/// </summary>
internal sealed class InlineContext : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => Run(() => d(state));

    public override void Send(SendOrPostCallback d, object? state) => Run(() => d(state));

    public void Run(Action action)
    {
        SynchronizationContext? outer = Current;
        SetSynchronizationContext(this);
        try
        {
            action();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public T Run<T>(Func<T> function)
    {
        T result = default!;
        Run(() => { result = function(); });
        return result;
    }
}
