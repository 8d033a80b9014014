using System.Runtime.CompilerServices;
using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Flows;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

/// <summary>A flow that does what can't be replayed is stopped, and told the line of its own code.</summary>
public sealed class ReplayRuleTests
{
    private static int Line([CallerLineNumber] int line = 0) => line;

    private sealed class ReadsAClock : InboundCallFlow
    {
        public static readonly int Culprit = Line() + 5;

        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync($"It is {DateTime.UtcNow:t}.");
        }
    }

    [Theory, BothWays]
    public async Task Flow_ReadsAClock_NeverAnswersAndNamesTheLineAndTheCure(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<ReadsAClock>(execution);
        await host.RingAsync();

        FailureDetails failure = await host.FailureAsync();

        failure.Message.Should().ContainAll($"ReplayRuleTests.cs:{ReadsAClock.Culprit}", "DateTime.UtcNow can't be replayed; use Flow.UtcNow");
        host.Service.ActionNames.Should().BeEmpty("the code is searched before it runs");
    }
}
