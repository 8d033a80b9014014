using System.Runtime.CompilerServices;
using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Tests.Stories;

public sealed class StatusTests
{
    private static int Here([CallerLineNumber] int line = 0) => line;

    private sealed class WaitsHereAndThere : InboundCallFlow
    {
        public static readonly int Answer = Here() + 5;

        // Lines are named by their distance from the one that answers.
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("Hello.");
            Task<Dialed> dial = incoming.Flow.DialAsync(CallEndpoint.User("8:acs:resource_agent"));
            await incoming.Flow.WaitForSignalAsync<string>("go");
            await dial;
            await incoming.Flow.RunAsync(new Work("done"));
        }
    }

    private static string Line(int offset) => $"StatusTests.cs:{WaitsHereAndThere.Answer + offset}";

    [Theory, BothWays]
    public async Task Status_WhileTheCallIsAnswered_NamesTheLine(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<WaitsHereAndThere>(execution);
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromMilliseconds(100));

        (await host.StatusAsync()).Waiting.Should().Equal(new StepStatus("AnswerAsync", Line(0), FlowHost.Start, 1));
    }

    [Theory, BothWays]
    public async Task Status_WhileAPromptPlays_NamesTheLine(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<WaitsHereAndThere>(execution);
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromSeconds(2));

        (await host.StatusAsync()).Waiting.Should().Equal(new StepStatus("PlayAsync", Line(1), FlowHost.Start + TimeSpan.FromSeconds(0.5), 1));
    }

    [Theory, BothWays]
    public async Task Status_WhileTwoThingsAreAwaited_NamesBothLines(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<WaitsHereAndThere>(execution);
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromSeconds(5));

        DateTimeOffset since = FlowHost.Start + TimeSpan.FromSeconds(3.5);
        (await host.StatusAsync()).Waiting.Should().Equal(
            new StepStatus("DialAsync", Line(2), since, 2), new StepStatus("WaitForSignalAsync go", Line(3), since));
    }

    [Theory, BothWays]
    public async Task Status_WhileAnActivityRuns_NamesItAndItsHistoryNamesTheLine(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<WaitsHereAndThere>(execution);
        await host.RingAsync();
        await host.SignalAsync("go", "now");
        await host.UntilAsync(host.Gate.Reached);

        (await host.SourceOfAsync(nameof(Work))).Should().Be(Line(5));
        host.Gate.Open();
        await host.EndAsync();
    }

    private sealed class Observer : ICallTranscriptObserver
    {
        public List<string> Seen { get; } = [];

        public void OnEntry(string instanceId, string flow, CallTranscript call, CallTranscriptEntry entry)
        {
            lock (Seen)
            {
                Seen.Add($"{flow} {call.Number} {call.Entries.Count} {entry.Kind}");
            }
        }
    }

    private sealed class SaysHello : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming) => await (await incoming.AnswerAsync()).PlayAsync("Hello.");
    }

    [Theory, BothWays]
    public async Task Observer_OfTranscripts_SeesEachLineOnce(Execution execution)
    {
        Observer observer = new();
        await using FlowHost host = await FlowHost.StartAsync(
            execution,
            flows => flows.Add<SaysHello>(when => when.Otherwise()),
            services => services.AddSingleton<ICallTranscriptObserver>(observer));

        await host.RunAsync();

        observer.Seen.Should().Equal("SaysHello 1 1 Ringing", "SaysHello 1 2 Connected", "SaysHello 1 3 Prompt", "SaysHello 1 4 Ended");
    }
}
