namespace CallFlows.Engine.Diagnostics;

/// <summary>The words for awaits that can't be replayed.</summary>
internal static class IllegalAwait
{
    private const string Advice =
        "An orchestrator may await only tasks of its context and tasks made of them. Move other work into an activity, "
        + "and wait for time with CreateTimerAsync.";

    public static IllegalOrchestratorCodeException Foreign(string orchestrator, string? line) =>
        new($"Orchestrator '{orchestrator}' awaited a task that is not of its context{At(line)}: it completed on another thread, "
            + $"which can't be replayed. {Advice}");

    public static IllegalOrchestratorCodeException WithoutContext(string orchestrator, string? line) =>
        new($"Orchestrator '{orchestrator}' awaited with ConfigureAwait(false){At(line)}: the code after it would leave the "
            + $"orchestration's context. Remove ConfigureAwait(false).");

    public static IllegalOrchestratorCodeException Forever(string orchestrator, string? line) =>
        new($"Orchestrator '{orchestrator}' waits{At(line)} for something that no activity, timer, event or sub-orchestration of its "
            + $"context can complete: a foreign task, or a task nobody completes. {Advice}");

    private static string At(string? line) => line is null ? "" : $" at {line}";
}
