namespace CallFlows.Engine.Store;

/// <summary>A timer that has not fired.</summary>
internal sealed record TimerRecord(TaskKey Key, DateTimeOffset FireAt);
