using CallFlows.Protocol.Tests.Recordings;

namespace CallFlows.Emulator.Tests.Fidelity;

/// <summary>The expected shapes are those of the service's recordings.</summary>
public sealed class ExpectedShapesTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => Scenario.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void ExpectedShapes_RecordingsBesideTheRepository_AreTheRecordedOnes(string name)
    {
        Scenario scenario = Scenario.Of(name);

        Compare(scenario.ExpectedRest, scenario.RecordedRest, lines => RestShape.Of(lines.Select(line => Exchange.Of(line.Parse()))));
        Compare(scenario.ExpectedEvents, scenario.RecordedEvents, lines => EventShape.Of(lines.Select(line => line.Parse()).ToArray()));
    }

    private void Compare(
        IReadOnlyList<string> expected, IReadOnlyList<RecordedLine> recorded, Func<IReadOnlyList<RecordedLine>, IReadOnlyList<string>> derive)
    {
        expected.Should().NotBeEmpty().And.NotContain("");
        if (recorded.Count == 0)
        {
            output.WriteLine("No recording beside the repository: looked only whether the expected shapes are there.");
            return;
        }

        IReadOnlyList<string> derived = derive(recorded);
        output.WriteLine(string.Join('\n', derived));
        derived.Should().Equal(expected);
    }
}
