using CallFlows.Benchmarks.Measuring;

namespace CallFlows.Benchmarks.Http.App;

/// <summary>What the application says: once it listens, and whenever it is asked.</summary>
/// <param name="Url">Where it listens.</param>
/// <param name="Usage">What it used since it was asked last.</param>
/// <param name="Completed">Calls completed since its start.</param>
/// <param name="Failed">Calls that ended in another way.</param>
internal sealed record AppAnswer(Uri Url, Usage Usage, long Completed, long Failed);
