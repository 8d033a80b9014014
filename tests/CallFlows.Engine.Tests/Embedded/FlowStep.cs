namespace CallFlows.Engine.Tests.Embedded;

/// <summary>One thing a branch of a scripted flow does.</summary>
internal sealed record FlowStep(FlowStepKind Kind, int Value);

internal enum FlowStepKind
{
    Work,
    WorkThatRaises,
    RetriedWork,
    FailingWork,
    Sleep,
    Wait,
    WaitOrTimeout,
    CancelledWait,
    Child,
    NewId,
}
