namespace CallFlows.Conformance.Scenarios;

/// <summary>All lines of a run, and what the emulators wrote down about it themselves.</summary>
internal sealed class ScenarioReport(IReadOnlyList<ReportLine> lines, IReadOnlyList<string> actions, IReadOnlyList<string> deliveries)
{
    public OfficialPackage Package { get; } = lines.Select(line => line.Package).OfType<OfficialPackage>().Single();

    public IReadOnlyList<ReportLine> Lines { get; } = lines;

    /// <summary>The requests that were answered, in order.</summary>
    public IReadOnlyList<ObservedRequest> Requests { get; } = [.. lines.Where(line => line.Request is not null).Select(line =>
        new ObservedRequest(line.Scenario!, line.By!, OperationPaths.Find(line.Request!, line.Path!), line.Status))];

    /// <summary>Operations that took effect, one entry for each time.</summary>
    public IReadOnlyList<string> Actions { get; } = actions;

    /// <summary>Ids of the callbacks that the application took.</summary>
    public IReadOnlyList<string> Deliveries { get; } = deliveries;

    public IEnumerable<ReportLine> Of(string scenario) => Lines.Where(line => line.Scenario == scenario);

    /// <summary>The scenarios in which something happened, in order, each once.</summary>
    public IReadOnlyList<string> ScenariosWith(Func<ReportLine, bool> happened) =>
        [.. Lines.Where(happened).Select(line => line.Scenario!).Distinct().Order(StringComparer.Ordinal)];
}
