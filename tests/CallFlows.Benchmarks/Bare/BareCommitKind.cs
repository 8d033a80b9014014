namespace CallFlows.Benchmarks.Bare;

/// <summary>What a commit of a short call holds.</summary>
internal enum BareCommitKind
{
    /// <summary>The instance, its start, its first activity.</summary>
    Start,

    /// <summary>An activity's result, the event after it, and the next activity.</summary>
    Event,

    /// <summary>The last activity's result, the last event, and the end.</summary>
    LastEvent,
}
