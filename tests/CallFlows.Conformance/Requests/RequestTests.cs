namespace CallFlows.Conformance.Requests;

/// <summary>What our gateway sends for an action equals what the official client sends for the same intent.</summary>
public sealed class RequestTests
{
    public static TheoryData<string> Intents => [.. IntentFile.Read().Names];

    [Theory]
    [MemberData(nameof(Intents))]
    public async Task Gateway_ForIntent_SendsWhatTheOfficialClientSends(string intent)
    {
        IReadOnlyList<RequestDifference> differences = (await RequestRun.DifferencesAsync())[intent];

        differences.Where(difference => !MeantDifferences.All.Any(meant => meant.Covers(difference)))
            .Select(difference => difference.ToString()).Should().BeEmpty();
    }

    [Fact]
    public async Task MeantDifference_EachOnTheList_Occurs()
    {
        RequestDifference[] differences = [.. (await RequestRun.DifferencesAsync()).Values.SelectMany(list => list)];

        MeantDifferences.All.Where(meant => !differences.Any(meant.Covers)).Select(meant => meant.Where).Should().BeEmpty("what never occurs must not be excused");
    }

    [Fact]
    public void Intents_OfEveryAction_AreThere()
    {
        IntentFile.Read().Intents.Select(intent => intent.Action.Name).Distinct()
            .Should().BeEquivalentTo(FlowActions.All.Except(FlowActions.WithoutMethod), "Requests/intents.json has an intent for each action that a flow can take");
    }
}
