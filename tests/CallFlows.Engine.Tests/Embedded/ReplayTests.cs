using FsCheck;
using FsCheck.Fluent;
using static CallFlows.Engine.Tests.Embedded.FlowStepKind;

namespace CallFlows.Engine.Tests.Embedded;

/// <summary>Dropping executions and replaying them changes nothing: the same story gives the same histories.</summary>
public sealed class ReplayTests
{
    private static readonly EngineOptions Live = new();
    private static readonly EngineOptions Dropping = new() { DropAfterEveryEvent = true };
    private static readonly EngineOptions OneLive = new() { MaxLiveExecutions = 1 };

    public static TheoryData<string> Scenarios => [.. Stories.Keys];

    private static Dictionary<string, (FlowStep[][] Flow, ScriptStep[] Steps)> Stories { get; } = new()
    {
        ["activities in sequence"] = ([[new(Work, 1), new(Work, 2), new(Work, 3)]], []),
        ["activities side by side"] = ([[new(Work, 1)], [new(Work, 2)], [new(FailingWork, 3)]], []),
        ["events before and after their waits"] = (
            [[new(Sleep, 5), new(Wait, 0), new(Wait, 1)]],
            [Raise(1), Raise(0), Advance(10)]),
        ["an event against a timer, twice"] = (
            [[new(WaitOrTimeout, 10), new(WaitOrTimeout, 10)]],
            [Advance(5), Raise(1), Advance(20), Raise(1)]),
        ["a cancelled wait"] = ([[new(CancelledWait, 0), new(Wait, 0)]], [Advance(3), Raise(2)]),
        ["retries with events between"] = ([[new(RetriedWork, 7)], [new(Wait, 0), new(NewId, 0)]], [Raise(0), Advance(1), Advance(60)]),
        ["events raised by activities"] = ([[new(WorkThatRaises, 4), new(Wait, 0)], [new(Wait, 0)]], [Raise(0)]),
        ["a child and its parent"] = ([[new(Child, 1), new(NewId, 0), new(Child, 2), new(Wait, 0)]], [Raise(0)]),
        ["held and let go"] = (
            [[new(Sleep, 5), new(Wait, 0), new(Work, 1)], [new(WaitOrTimeout, 20)]],
            [new(ScriptStepKind.Suspend), Raise(0), Advance(10), Raise(1), new(ScriptStepKind.Resume), Advance(30)]),
    };

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Scenario_LiveAndReplayed_GivesTheSameHistory(string scenario)
    {
        (FlowStep[][] flow, ScriptStep[] steps) = Stories[scenario];

        string live = await Script.RunAsync(Live, flow, steps);

        live.Should().Contain("== one Completed");
        (await Script.RunAsync(Dropping, flow, steps)).Should().Be(live);
        (await Script.RunAsync(OneLive, flow, steps)).Should().Be(live);
    }

    [Fact]
    public void AnyStory_LiveAndReplayed_GivesTheSameHistory()
    {
        // Children are left out: which of two instances acts first is not part of either one's history. So are timers of no time: one that is
        // due at once races with the results of activities, and either order is right.
        Gen<FlowStep> flowStep = Gen.Elements(
                Work, WorkThatRaises, RetriedWork, FailingWork, Sleep, Wait, WaitOrTimeout, CancelledWait, NewId)
            .SelectMany(kind => Gen.Choose(1, 12).Select(value => new FlowStep(kind, value)));
        Gen<ScriptStep> scriptStep = Gen.Frequency(
            (6, Gen.Constant(ScriptStepKind.Raise)),
            (1, Gen.Constant(ScriptStepKind.Repeat)),
            (4, Gen.Constant(ScriptStepKind.Advance)),
            (1, Gen.Constant(ScriptStepKind.Suspend)),
            (2, Gen.Constant(ScriptStepKind.Resume)))
            .SelectMany(kind => Gen.Choose(0, 12).Select(value => new ScriptStep(kind, value)));
        Gen<Story> story =
            from flow in flowStep.ArrayOf().Resize(5).ArrayOf().Resize(4)
            from steps in scriptStep.ArrayOf().Resize(14)
            select new Story(flow, steps);

        Prop.ForAll(story.ToArbitrary(), SameEitherWay).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    private static bool SameEitherWay(Story story)
    {
        string live = Script.RunAsync(Live, story.Flow, story.Steps).GetAwaiter().GetResult();
        string replayed = Script.RunAsync(Dropping, story.Flow, story.Steps).GetAwaiter().GetResult();
        replayed.Should().Be(live);
        return true;
    }

    private static ScriptStep Raise(int value) => new(ScriptStepKind.Raise, value);

    private static ScriptStep Advance(int seconds) => new(ScriptStepKind.Advance, seconds);

    private sealed record Story(FlowStep[][] Flow, ScriptStep[] Steps)
    {
        public override string ToString() =>
            string.Join(" | ", Flow.Select(branch => string.Join(", ", branch.AsEnumerable()))) + " // " + string.Join(", ", Steps.AsEnumerable());
    }
}
