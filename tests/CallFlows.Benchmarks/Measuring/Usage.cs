namespace CallFlows.Benchmarks.Measuring;

/// <summary>What a stretch of work used.</summary>
/// <param name="Elapsed">Time on the wall.</param>
/// <param name="Processor">Processor time of the whole process.</param>
/// <param name="AllocatedBytes">Bytes allocated by the whole process.</param>
internal sealed record Usage(TimeSpan Elapsed, TimeSpan Processor, long AllocatedBytes);
