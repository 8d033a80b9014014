namespace CallFlows.Engine.Tests.Embedded;

/// <summary>One thing that happens to a scripted flow from outside.</summary>
internal sealed record ScriptStep(ScriptStepKind Kind, int Value = 0);

internal enum ScriptStepKind
{
    Raise,
    Repeat,
    Advance,
    Suspend,
    Resume,
}
