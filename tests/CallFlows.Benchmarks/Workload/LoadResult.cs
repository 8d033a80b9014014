using CallFlows.Benchmarks.Measuring;

namespace CallFlows.Benchmarks.Workload;

/// <summary>What one round has shown.</summary>
/// <param name="Calls">Calls that were started and completed.</param>
/// <param name="Usage">What they used, callers included.</param>
/// <param name="EventToActivity">From an event to the activity that follows.</param>
internal sealed record LoadResult(long Calls, Usage Usage, LatencyHistogram EventToActivity)
{
    public double CallsPerSecond => Calls / Usage.Elapsed.TotalSeconds;

    public double MicrosecondsP50 => EventToActivity.Percentile(0.50).TotalMicroseconds;

    public double MicrosecondsP99 => EventToActivity.Percentile(0.99).TotalMicroseconds;

    public double ProcessorMicrosecondsPerCall => Usage.Processor.TotalMicroseconds / Calls;

    public double AllocatedBytesPerCall => (double)Usage.AllocatedBytes / Calls;
}
