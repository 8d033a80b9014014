namespace CallFlows.Benchmarks.Bare;

/// <summary>What a commit of a short call holds.</summary>
internal enum BareCommitKind
{
    /// <summary>The instance, its start, its first activity.</summary>
    Start,

    /// <summary>An activity's result.</summary>
    Result,

    /// <summary>An event, and the activity that follows.</summary>
    Event,

    /// <summary>The last event, and the end.</summary>
    LastEvent,
}
