namespace CallFlows.Emulator.Tests.Harness;

internal static class Guard
{
    /// <summary>Awaits what must come by itself; fails instead of hanging.</summary>
    public static Task<T> Guarded<T>(this Task<T> task) =>
        task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
}
