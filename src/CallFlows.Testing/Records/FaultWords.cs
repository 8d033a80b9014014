using CallFlows.Emulator.Faults;

namespace CallFlows.Testing.Records;

/// <summary>What goes wrong, in words.</summary>
internal static class FaultWords
{
    public static string Of(FaultRule rule, string? name) => rule.Kind switch
    {
        FaultKind.RefuseAction => $"{name} is answered {rule.Status ?? 503}, and nothing is done",
        FaultKind.ResetAction or FaultKind.HangAction => $"{name} gets no answer, and nothing is done",
        FaultKind.LoseAnswer => $"{name} is carried out, and its answer is lost",
        FaultKind.FailAnswer => $"{name} is carried out, and answered {rule.Status ?? 500}",
        FaultKind.DelayAnswer => $"{name} is answered late",
        FaultKind.FailAction => $"{name} is accepted, and fails",
        FaultKind.RepeatCallback => $"{name} is delivered twice",
        FaultKind.DelayCallback => $"{name} is delivered late",
        FaultKind.ReorderCallback => $"{name} is delivered after the one that follows it",
        FaultKind.DropCallback => $"{name} is never delivered",
        FaultKind.Decline => "the called party declines",
        FaultKind.Busy => "the called party is busy",
        FaultKind.NoAnswer => "the called party does not answer",
        _ => $"{rule.Kind} {name}".TrimEnd(),
    };
}
