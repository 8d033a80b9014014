using CallFlows.Benchmarks.Measuring;

namespace CallFlows.Benchmarks.Http.Load;

/// <summary>What one round over HTTP has shown.</summary>
/// <param name="Calls">Calls whose last callback was acknowledged.</param>
/// <param name="Usage">What the load generator used.</param>
/// <param name="ToAcknowledgement">From posting a callback to its 2xx.</param>
/// <param name="ToNextAction">From posting a callback to the action that follows.</param>
internal sealed record HttpLoadResult(long Calls, Usage Usage, LatencyHistogram ToAcknowledgement, LatencyHistogram ToNextAction)
{
    public double CallsPerSecond => Calls / Usage.Elapsed.TotalSeconds;
}
