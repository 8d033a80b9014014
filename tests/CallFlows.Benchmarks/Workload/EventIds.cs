using System.Globalization;

namespace CallFlows.Benchmarks.Workload;

/// <summary>Ids of events, as long as the service's own, made before anything is measured.</summary>
internal sealed class EventIds(int rounds)
{
    private readonly string[] _ids = [.. Enumerable.Range(0, rounds).Select(
        round => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-{round:D12}"))];

    public string this[int round] => _ids[round];
}
