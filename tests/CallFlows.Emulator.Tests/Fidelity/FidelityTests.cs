using System.Text.Json;
using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests.Fidelity;

/// <summary>The emulator answers and calls back in the shapes of the service.</summary>
public sealed class FidelityTests
{
    public static TheoryData<string> Names => Scenario.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Answers_RecordedRequests_HaveTheRecordedShapes(string name)
    {
        Scenario scenario = Scenario.Of(name);

        TwoSides sides = await TellAsync(name, scenario.RestVersion);

        Text(RestShape.Of(sides.Exchanges)).Should().Be(Text(scenario.ExpectedRest));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Callbacks_RecordedRequests_HaveTheRecordedShapesAndOrder(string name)
    {
        Scenario scenario = Scenario.Of(name);

        TwoSides sides = await TellAsync(name, Scenario.EventVersion);

        IReadOnlyList<JsonElement> events = scenario.LacksTheOtherEnding ? [.. sides.Events.Where(body => !EventShape.IsOtherEnding(body))] : sides.Events;
        Text(EventShape.Of(events)).Should().Be(Text(scenario.ExpectedEvents));
    }

    // As one text, of which a failure shows the place that differs.
    private static string Text(IReadOnlyList<string> lines) => string.Join('\n', lines);

    private static async Task<TwoSides> TellAsync(string name, string version)
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync(
            configure: options => options.Prompts.FailingFiles.Add(RecordedBodies.BadFile));
        TwoSides sides = new(emulated, version);
        await Stories.TellAsync(name, sides);
        return sides;
    }
}
