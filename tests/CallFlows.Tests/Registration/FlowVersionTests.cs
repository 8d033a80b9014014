using CallFlows.Durable;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using CallFlows.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Tests.Registration;

/// <summary>Two classes that are versions of one flow.</summary>
public sealed class FlowVersionTests
{
    [Flow("Line")]
    private sealed class FirstLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming) => await (await incoming.AnswerAsync()).PlayAsync("first");
    }

    [Flow("Line", Version = 2)]
    private sealed class SecondLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming) => await (await incoming.AnswerAsync()).PlayAsync("second");
    }

    [Flow("Line", Version = 2)]
    private sealed class AlsoSecondLine : InboundCallFlow
    {
        protected override Task RunAsync(IncomingCall incoming) => Task.CompletedTask;
    }

    [Flow("Line", Version = 3)]
    private sealed class LineStartedByCode : CallFlow<int, string>
    {
        protected override Task<string> RunAsync(FlowContext flow, int input) => Task.FromResult("third");
    }

    [Flow(Version = 0)]
    private sealed class VersionZero : CallFlow<int, string>
    {
        protected override Task<string> RunAsync(FlowContext flow, int input) => Task.FromResult("zero");
    }

    [Flow(" ")]
    private sealed class Nameless : CallFlow<int, string>
    {
        protected override Task<string> RunAsync(FlowContext flow, int input) => Task.FromResult("nameless");
    }

    private sealed class Count : CallFlow<int, string>
    {
        protected override Task<string> RunAsync(FlowContext flow, int input) => Task.FromResult($"first {input}");
    }

    [Flow(nameof(Count), Version = 2)]
    private sealed class CountAgain : CallFlow<int, string>
    {
        protected override Task<string> RunAsync(FlowContext flow, int input) => Task.FromResult($"second {input}");
    }

    [Flow(nameof(Count), Version = 3)]
    private sealed class CountWords : CallFlow<string, string>
    {
        protected override Task<string> RunAsync(FlowContext flow, string input) => Task.FromResult(input);
    }

    [Theory, BothWays]
    public async Task IncomingCall_OfAFlowWithTwoVersions_GetsTheHighest(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync(
            execution, flows => flows.Add<SecondLine>().Add<FirstLine>(when => when.Otherwise()));

        FlowOutput output = await host.RunAsync();

        output.Calls[0].Entries.Select(entry => entry.Text).Should().Contain("second").And.NotContain("first");
        OrchestrationState state = (await host.Engine.GetAsync(host.InstanceId, TestContext.Current.CancellationToken))!;
        state.Name.Should().Be("Line");
        state.Version.Should().Be(2);
    }

    [Theory]
    [InlineData(null, "second 5")]
    [InlineData(1, "first 5")]
    [InlineData(2, "second 5")]
    public async Task Start_ByEitherClass_RunsTheHighestVersionOrTheOneAskedFor(int? version, string result)
    {
        await using FlowHost host = await FlowHost.StartAsync(
            Execution.Kept, flows => flows.Add<Count, int, string>().Add<CountAgain, int, string>());
        StartOptions options = new() { Version = version };

        await host.Flows.StartAsync<Count, int, string>(5, "by the first", options, TestContext.Current.CancellationToken);
        await host.Flows.StartAsync<CountAgain, int, string>(5, "by the second", options, TestContext.Current.CancellationToken);

        foreach (string id in new[] { "by the first", "by the second" })
        {
            FlowOutput output = await host.Flows.WaitAsync(id, TestContext.Current.CancellationToken);
            output.Result.To<string>().Should().Be(result);
        }
    }

    public static TheoryData<string, Action<CallFlowsBuilder>> Mistakes() => new()
    {
        { "*SecondLine and *AlsoSecondLine are both version 2 of a flow named 'Line'*", f => f.Add<SecondLine>(when => when.Otherwise()).Add<AlsoSecondLine>() },
        { "FirstLine and SecondLine both have routes*", f => f.Add<FirstLine>(when => when.Otherwise()).Add<SecondLine>(when => when.Called("+18005550100")) },
        { "SecondLine would never get a call*", f => f.Add<FirstLine>().Add<SecondLine>() },
        { "*FirstLine answers calls, LineStartedByCode starts with a Int32*", f => f.Add<FirstLine>(when => when.Otherwise()).Add<LineStartedByCode, int, string>() },
        { "*Count starts with a Int32, CountWords starts with a String*", f => f.Add<Count, int, string>().Add<CountWords, string, string>() },
        { "The [Flow] attribute of VersionZero*at least 1*", f => f.Add<VersionZero, int, string>() },
        { "The [Flow] attribute of Nameless*not blank*", f => f.Add<Nameless, int, string>() },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Versions_WithAMistake_AreRefusedAtOnce(string message, Action<CallFlowsBuilder> mistake) =>
        FluentActions.Invoking(() => new ServiceCollection().AddCallFlows(mistake)).Should().Throw<ArgumentException>().WithMessage(message);
}
