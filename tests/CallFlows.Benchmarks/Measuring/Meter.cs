using System.Diagnostics;

namespace CallFlows.Benchmarks.Measuring;

/// <summary>Measures what this process uses from now on.</summary>
internal sealed class Meter
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly TimeSpan _processor = Environment.CpuUsage.TotalTime;
    private readonly long _allocated = GC.GetTotalAllocatedBytes(precise: true);

    public Usage Read() => new(
        Stopwatch.GetElapsedTime(_began),
        Environment.CpuUsage.TotalTime - _processor,
        GC.GetTotalAllocatedBytes(precise: true) - _allocated);
}
