using CallFlows.Durable;

namespace CallFlows.Engine.Store;

/// <summary>An activity that has been scheduled and has not ended.</summary>
internal sealed record ActivityWork(TaskKey Key, string Name, string ExecutionId, int Attempt, Payload Input);
