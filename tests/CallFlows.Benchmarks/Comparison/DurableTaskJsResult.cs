namespace CallFlows.Benchmarks.Comparison;

/// <summary>What durabletask-js has done.</summary>
internal sealed record DurableTaskJsResult(long Calls, double Seconds)
{
    public double CallsPerSecond => Calls / Seconds;
}
