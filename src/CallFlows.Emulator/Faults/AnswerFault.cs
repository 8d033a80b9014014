namespace CallFlows.Emulator.Faults;

/// <summary>What becomes of the answer to an action that took effect.</summary>
/// <param name="Delay">How late it is; zero for in time.</param>
/// <param name="Fate">Whether it arrives.</param>
internal readonly record struct AnswerFault(TimeSpan Delay, AnswerFate Fate)
{
    private static readonly TimeSpan UsualDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>The status that arrives instead; null for 500.</summary>
    public int? Status { get; init; }

    public static AnswerFault Of(FaultRule rule) => rule.Kind switch
    {
        FaultKind.LoseAnswer => new AnswerFault(TimeSpan.Zero, AnswerFate.Lost),
        FaultKind.FailAnswer => new AnswerFault(TimeSpan.Zero, AnswerFate.Failed) { Status = rule.Status },
        _ => new AnswerFault(rule.Delay ?? UsualDelay, AnswerFate.Arrives),
    };
}

/// <summary>Whether an answer arrives.</summary>
internal enum AnswerFate
{
    /// <summary>It does.</summary>
    Arrives,

    /// <summary>The connection breaks instead.</summary>
    Lost,

    /// <summary>A failure arrives instead.</summary>
    Failed,
}
