namespace CallFlows.Testing.Time;

/// <summary>Why a clock stopped.</summary>
internal enum ClockStop
{
    /// <summary>What was waited for is so.</summary>
    Done,

    /// <summary>Nobody is at work and no timer is left.</summary>
    Stalled,

    /// <summary>What comes next comes after the limit.</summary>
    TimeIsUp,
}
