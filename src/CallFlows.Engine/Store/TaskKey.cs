namespace CallFlows.Engine.Store;

/// <summary>One task of one execution.</summary>
internal readonly record struct TaskKey(string InstanceId, int Generation, int TaskId);
