using CallFlows.Durable;

namespace CallFlows.Engine.Execution;

/// <summary>How an execution ended.</summary>
internal abstract record ExecutionEnd
{
    private ExecutionEnd()
    {
    }

    internal sealed record Completed(Payload Output) : ExecutionEnd;

    internal sealed record Failed(FailureDetails Failure) : ExecutionEnd;

    internal sealed record Stopped(FailureDetails Failure) : ExecutionEnd;

    internal sealed record ContinuedAsNew(
        Payload Input, bool KeepsEvents, IReadOnlyList<HistoryEvent> Events, IReadOnlyList<string> EarlierEventIds) : ExecutionEnd;
}
