namespace CallFlows.Benchmarks.Comparison;

/// <summary>What durabletask-js is asked.</summary>
internal sealed record DurableTaskJsRound(double Seconds, int Callers);
