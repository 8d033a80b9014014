namespace CallFlows.Emulator.Faults;

/// <summary>When in the life of a call a fault may strike; each kind belongs to one.</summary>
internal enum FaultPhase
{
    BeforeAction,
    AfterAction,
    Effect,
    Callback,
    Ring,
    DeclinedInvitation,
    IncomingCallTaken,
}

internal static class FaultPhases
{
    public static FaultPhase Of(FaultKind kind) => kind switch
    {
        FaultKind.RefuseAction or FaultKind.HangAction or FaultKind.ResetAction => FaultPhase.BeforeAction,
        FaultKind.LoseAnswer or FaultKind.FailAnswer or FaultKind.DelayAnswer => FaultPhase.AfterAction,
        FaultKind.FailAction => FaultPhase.Effect,
        FaultKind.RepeatCallback or FaultKind.DelayCallback or FaultKind.ReorderCallback or FaultKind.DropCallback => FaultPhase.Callback,
        FaultKind.Decline or FaultKind.Busy or FaultKind.NoAnswer => FaultPhase.Ring,
        FaultKind.DeclineAsSuccess => FaultPhase.DeclinedInvitation,
        FaultKind.ExpireIncomingCall => FaultPhase.IncomingCallTaken,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No phase is known for this kind of fault."),
    };
}
