namespace CallFlows.Emulator.Faults;

/// <summary>What becomes of the answer to an action that took effect.</summary>
/// <param name="Delay">How late it is; zero for in time.</param>
/// <param name="Fate">Whether it arrives.</param>
internal readonly record struct AnswerFault(TimeSpan Delay, AnswerFate Fate);

/// <summary>Whether an answer arrives.</summary>
internal enum AnswerFate
{
    /// <summary>It does.</summary>
    Arrives,

    /// <summary>The connection breaks instead.</summary>
    Lost,

    /// <summary>A 500 arrives instead.</summary>
    Failed,
}
