using System.Runtime.CompilerServices;
using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Flows;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

/// <summary>A flow that awaits what is not the engine's is stopped at the line. Each engine sees that in a way of its own; this is the embedded one's.</summary>
public sealed class ForeignAwaitTests
{
    private static int Line([CallerLineNumber] int line = 0) => line;

    /// <summary>Stands outside the flow, where no search of the flow's own code looks.</summary>
    private static class Elsewhere
    {
        public static Task<string> ComputeAsync() => Task.Run(() => "done");
    }

    private sealed class AwaitsTheThreadPool : InboundCallFlow
    {
        public static readonly int Culprit = Line() + 5;

        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            string text = await Elsewhere.ComputeAsync();
            await call.PlayAsync(text);
        }
    }

    [Theory, BothWays]
    public async Task Flow_AwaitsTheThreadPool_IsStoppedAtTheLine(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AwaitsTheThreadPool>(execution);
        await host.RingAsync();

        FailureDetails failure = await host.FailureAsync();

        failure.Message.Should().Contain($"ForeignAwaitTests.cs:{AwaitsTheThreadPool.Culprit}");
        host.Service.ActionNames.Should().Equal("AnswerCall");
    }
}
