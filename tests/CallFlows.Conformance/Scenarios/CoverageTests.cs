using CallFlows.Protocol.Callbacks;

namespace CallFlows.Conformance.Scenarios;

/// <summary>The scenarios together exercise all there is, but for what <see cref="KnownGaps"/> lists with a reason.</summary>
public sealed class CoverageTests(ScenarioRun run)
{
    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public async Task OfficialClient_EveryMethod_IsCalled()
    {
        ScenarioReport report = await run.ReportAsync();

        Judge(report.Package.Methods, report.Lines.Select(line => line.Method).OfType<string>(), None);
    }

    [Fact]
    public async Task OfficialClient_EveryOption_IsSet()
    {
        ScenarioReport report = await run.ReportAsync();

        Judge(report.Package.Options, report.Lines.SelectMany(line => line.Options), KnownGaps.Options);
    }

    [Fact]
    public async Task Emulator_EveryOperation_IsAskedForAndSucceeds()
    {
        ScenarioReport report = await run.ReportAsync();

        IEnumerable<string> succeeded = report.Requests.Where(request => request.Succeeded).Select(request => request.Operation.Name);
        Judge(OperationPaths.All.Select(operation => operation.Name), succeeded, None);
    }

    [Fact]
    public async Task Emulator_EveryCallbackType_ReachesTheOfficialParser()
    {
        ScenarioReport report = await run.ReportAsync();

        IEnumerable<ReportLine> callbacks = report.Lines.Where(line => line.Event is not null);
        callbacks.Should().OnlyContain(line => line.Type == CallbackEventTypes.Prefix + line.Kind);
        Judge(CallbackDataTypes.All.Keys, callbacks.Select(line => line.Type!), KnownGaps.Events);
    }

    [Fact]
    public async Task OfficialParser_EveryTypeItKnows_IsATypeOfTheProtocol() =>
        (await run.ReportAsync()).Package.EventTypes.Should().BeEquivalentTo(CallbackDataTypes.All.Keys);

    [Fact]
    public async Task Emulator_EveryEventGridEvent_ReachesTheApplication()
    {
        ScenarioReport report = await run.ReportAsync();

        Judge(EventTypes.EventGrid, report.Lines.Where(line => line.GridEvent is not null).Select(line => line.Type!), KnownGaps.EventGridEvents);
    }

    [Fact]
    public async Task Emulator_ItsOwnLogs_SayWhatTheClientSaw()
    {
        ScenarioReport report = await run.ReportAsync();

        report.Requests.Where(request => request.Succeeded && request.Operation is { Method: not "GET", Name: not OperationPaths.Deleting })
            .Select(request => request.Operation.Name)
            .Should().BeEquivalentTo(report.Actions, "every success that the client saw took effect once, and nothing else did");
        string[] seen = [.. report.Lines.Select(line => line.Event).OfType<string>()];
        seen.Should().OnlyHaveUniqueItems("nothing is delivered twice");
        report.Deliveries.Should().BeSubsetOf(seen, "what was delivered came with a good token, and could be read");
    }

    private static void Judge(IEnumerable<string> all, IEnumerable<string> exercised, IReadOnlyDictionary<string, string> gaps)
    {
        string[] known = [.. all];
        HashSet<string> done = [.. exercised];
        gaps.Keys.Should().BeSubsetOf(known, "a gap must be in something that is there");
        gaps.Keys.Intersect(done).Should().BeEmpty("what is exercised is no gap any more; take it off the list");
        known.Except(done).Except(gaps.Keys).Should().BeEmpty("each needs a scenario, or a reason why there is none");
    }
}
