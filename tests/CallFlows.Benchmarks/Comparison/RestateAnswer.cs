namespace CallFlows.Benchmarks.Comparison;

/// <summary>What the Restate service says: where it listens, and how many calls have completed.</summary>
internal sealed record RestateAnswer(int Port, long Completed);
