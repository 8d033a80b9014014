using CallFlows.Determinism;

namespace CallFlows.Engine.Diagnostics;

/// <summary>Follows who awaits whom, to name the line of an await.</summary>
internal static class AwaitChain
{
    // Chains of awaits are a few methods long; a bound keeps a strange one from holding up the turn.
    private const int MaxDepth = 64;

    /// <summary>
    /// Whether some async method that waits for the task, directly or through others, would go on outside its context: it awaits with
    /// ConfigureAwait(false).
    /// </summary>
    /// <returns>The await's line, or null when there is none.</returns>
    public static string? FindAwaitWithoutContext(Task task) => FindWithoutContext(task, MaxDepth);

    /// <summary>The line of the innermost await an unfinished async method hangs on, or null.</summary>
    public static string? FindInnermostAwait(Task root)
    {
        object? innermost = null;
        Task? current = root;
        for (int depth = 0; depth < MaxDepth && current is { IsCompleted: false } && RuntimeTasks.IsAsyncMethod(current); depth++)
        {
            innermost = RuntimeTasks.StateMachineOf(current) ?? innermost;
            current = innermost is null ? null : RuntimeTasks.AwaitedBy(innermost);
        }

        return innermost is null ? null : CodeLocation.OfAwait(innermost);
    }

    /// <summary>The line of the await whose continuation was posted to a context, or null.</summary>
    public static string? LineOfPosted(object? state) =>
        state is Action { Target: { } target } && RuntimeTasks.IsAsyncMethod(target) && RuntimeTasks.StateMachineOf(target) is { } machine
            ? CodeLocation.OfAwait(machine)
            : null;

    private static string? FindWithoutContext(Task task, int depth)
    {
        object? continuation = RuntimeTasks.ContinuationOf(task);
        if (continuation is null || depth == 0)
        {
            return null;
        }

        if (continuation is List<object?> several)
        {
            foreach (object? one in several)
            {
                if (one is not null && Judge(one, depth) is { } line)
                {
                    return line;
                }
            }

            return null;
        }

        return Judge(continuation, depth);
    }

    private static string? Judge(object continuation, int depth)
    {
        if (continuation is Task waiting)
        {
            // An async method that is a continuation itself has let go of its context; WhenAll and the like are tasks too.
            return RuntimeTasks.IsAsyncMethod(waiting)
                ? LineOf(waiting)
                : FindWithoutContext(waiting, depth - 1);
        }

        return RuntimeTasks.MethodBehind(continuation) is { } method ? FindWithoutContext(method, depth - 1) : null;
    }

    private static string LineOf(Task asyncMethod) =>
        RuntimeTasks.StateMachineOf(asyncMethod) is { } machine ? CodeLocation.OfAwait(machine) : asyncMethod.GetType().Name;
}
