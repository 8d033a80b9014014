namespace CallFlows.Conformance.Scenarios;

/// <summary>One case for each scenario of the official client, named by its file in Client/scenarios.</summary>
public sealed class ScenarioTests(ScenarioRun run)
{
    public static TheoryData<string> Scenarios => [.. ScenarioFiles.Names];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task OfficialClient_InScenario_SeesWhatTheServiceShows(string scenario)
    {
        ReportLine[] lines = [.. (await run.ReportAsync()).Of(scenario)];

        lines.Where(line => line.Problem is not null).Select(line => line.Problem).Should().BeEmpty();
        lines.Where(line => line is { Check: not null, Ok: false })
            .Select(line => $"{line.Check}: {line.Actual} instead of {line.Expected}").Should().BeEmpty();
        lines.Should().Contain(line => line.Ended, "the scenario comes to its end");
        lines.Should().Contain(line => line.Check != null, "a scenario that checks nothing shows nothing");
    }
}
