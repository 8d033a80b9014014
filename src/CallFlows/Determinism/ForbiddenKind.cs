namespace CallFlows.Determinism;

/// <summary>Why a call can't be replayed.</summary>
internal enum ForbiddenKind
{
    /// <summary>It reads a clock.</summary>
    Clock,

    /// <summary>It draws something random.</summary>
    Random,

    /// <summary>It reads or writes what is outside the flow.</summary>
    InputOutput,

    /// <summary>It runs on another thread, or blocks this one.</summary>
    Threads,

    /// <summary>It waits or cancels by a clock of its own.</summary>
    Timers,
}
