using CallFlows.Durable;

namespace CallFlows.Engine.Store;

/// <summary>An activity that has been scheduled and has not ended.</summary>
internal sealed record ActivityWork(TaskKey Key, string Name, string ExecutionId, int Attempt, Payload Input)
{
    /// <summary>What its code is told.</summary>
    /// <param name="isRedelivered">Whether an earlier engine over the same store may have run it.</param>
    public ActivityContext ContextOf(bool isRedelivered) =>
        new(Key.InstanceId, Name, ExecutionId, Attempt, Input) { IsRedelivered = isRedelivered };
}
