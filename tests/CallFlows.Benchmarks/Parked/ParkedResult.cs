namespace CallFlows.Benchmarks.Parked;

/// <summary>What one process has seen of its parked instances.</summary>
internal sealed record ParkedResult
{
    /// <summary>Executions in memory at the end.</summary>
    public required int LiveExecutions { get; init; }

    /// <summary>Growth of the managed heap, after a full collection.</summary>
    public required long HeapBytes { get; init; }

    /// <summary>Growth of the process's working set.</summary>
    public required long WorkingSetBytes { get; init; }

    /// <summary>Processor time while nothing happened, as a share of one core.</summary>
    public required double IdleShare { get; init; }

    /// <summary>From making the engine until it ran.</summary>
    public required double StartMilliseconds { get; init; }

    /// <summary>From making the engine until it had acknowledged an event to a parked instance.</summary>
    public required double ServingMilliseconds { get; init; }

    /// <summary>From making the engine until that instance had gone on.</summary>
    public required double WokenMilliseconds { get; init; }
}
