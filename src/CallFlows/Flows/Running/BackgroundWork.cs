namespace CallFlows.Flows.Running;

/// <summary>Work of an orchestration that no line of the author's awaits. Its failure fails the flow: nothing is swallowed.</summary>
internal sealed class BackgroundWork
{
    private readonly TaskCompletionSource _failed = new();

    /// <summary>Never completes well; faults with the first failure.</summary>
    public Task Failed => _failed.Task;

    public async void Run(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception)
        {
            _failed.TrySetException(exception);
        }
    }

    /// <summary>Marks a task's failure as seen, when its outcome no longer matters.</summary>
    public static void Forget(Task task) =>
        task.ContinueWith(
            static done => _ = done.Exception,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
}
