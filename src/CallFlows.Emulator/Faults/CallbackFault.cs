namespace CallFlows.Emulator.Faults;

/// <summary>What a rule does to a callback.</summary>
/// <param name="Delay">How long it, and what comes after it, is held up.</param>
/// <param name="Repeats">How many times more it is delivered.</param>
/// <param name="WaitsForNext">How long it waits for the next one to overtake it; null for not at all.</param>
/// <param name="IsDropped">Whether it is never delivered.</param>
internal readonly record struct CallbackFault(TimeSpan Delay, int Repeats, TimeSpan? WaitsForNext, bool IsDropped)
{
    private static readonly TimeSpan UsualDelay = TimeSpan.FromSeconds(1);

    /// <param name="rule">The rule; null for none.</param>
    public static CallbackFault Of(FaultRule? rule) => rule?.Kind switch
    {
        FaultKind.DelayCallback => new CallbackFault(rule.Delay ?? UsualDelay, 0, null, false),
        FaultKind.RepeatCallback => new CallbackFault(TimeSpan.Zero, rule.Times ?? 1, null, false),
        FaultKind.ReorderCallback => new CallbackFault(TimeSpan.Zero, 0, rule.Delay ?? UsualDelay, false),
        FaultKind.DropCallback => new CallbackFault(TimeSpan.Zero, 0, null, true),
        _ => default,
    };
}
