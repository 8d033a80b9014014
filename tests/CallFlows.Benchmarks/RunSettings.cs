using CallFlows.Benchmarks.Workload;

namespace CallFlows.Benchmarks;

/// <summary>How long and how often everything is measured.</summary>
/// <param name="IsQuick">A smoke run: shows that everything works, its numbers mean nothing.</param>
/// <param name="Folder">Where stores go.</param>
/// <param name="Callers">How many callers at once hold short calls: one table row each.</param>
internal sealed record RunSettings(bool IsQuick, string Folder, IReadOnlyList<int> Callers)
{
    public int Rounds => IsQuick ? 1 : 5;

    public TimeSpan RoundLength => IsQuick ? TimeSpan.FromSeconds(0.3) : TimeSpan.FromSeconds(3);

    /// <summary>How long a workload inside this process warms up.</summary>
    public TimeSpan WarmUpLength => IsQuick ? TimeSpan.FromSeconds(0.1) : TimeSpan.FromSeconds(3);

    /// <summary>
    /// Begins the warm-up of a service over HTTP. Far more code takes part than in a workload inside a process, and each of its methods
    /// is compiled two or three times until it is as fast as it gets: by calls, as a time would be too short on a busy machine.
    /// </summary>
    public CallQuota HttpWarmUp() => IsQuick ? CallQuota.Of(100) : CallQuota.Of(20_000, atMost: TimeSpan.FromSeconds(60));
}
