namespace CallFlows.AspNetCore.Tests.Server;

/// <summary>Ends a test that would hang.</summary>
internal static class Guard
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task<T> OrHang<T>(this Task<T> task) => task.WaitAsync(Patience);
}
