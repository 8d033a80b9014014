namespace CallFlows.Engine.Diagnostics;

internal static class AwaitChain
{
    public static string? FindAwaitWithoutContext(Task task) => null;

    public static string? FindInnermostAwait(Task root) => null;

    public static string? LineOfPosted(object? state) => null;
}
