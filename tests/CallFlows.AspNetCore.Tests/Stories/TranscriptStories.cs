using System.Text.Json;
using CallFlows.Actions;
using CallFlows.AspNetCore.Tests.Server;
using CallFlows.Calls;
using CallFlows.Flows;
using CallFlows.Flows.Registration;

namespace CallFlows.AspNetCore.Tests.Stories;

/// <summary>What was said is told from what is stored.</summary>
public sealed class TranscriptStories : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private sealed class WelcomingLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("Welcome to Contoso.");
            await incoming.Flow.WaitForSignalAsync<string>("Note");
            throw new InvalidOperationException("There is no place for notes.");
        }
    }

    private sealed class OtherFlow : CallFlow<int, int>
    {
        protected override Task<int> RunAsync(FlowContext flow, int input) => flow.WaitForSignalAsync<int>("Go");
    }

    public sealed record Told(int Prompts);

    private sealed class TalkativeLine : InboundCallFlow<Told>
    {
        public static readonly string Story = new('x', 4000);

        protected override async Task RunAsync(IncomingCall incoming, Told? state)
        {
            Call call = incoming.Call ?? await incoming.AnswerAsync();
            await call.PlayAsync(Story);
            ContinueAsNew(incoming, new Told((state?.Prompts ?? 0) + 1));
        }
    }

    private static void Flows(CallFlowsBuilder flows) => flows.Add<WelcomingLine>(when => when.Otherwise()).Add<OtherFlow, int, int>();

    /// <summary>A call that has heard its welcome.</summary>
    private static async Task<string> CallAsync(FlowServer server)
    {
        CallActionRequest answering = await server.RingAsync();
        await server.PostCallbackAsync(answering.InstanceId, CallbackBodies.Of(CallbackBodies.Event("CallConnected", answering)));
        CallActionRequest playing = await server.Gateway.NextAsync<Play>();
        await server.PostCallbackAsync(answering.InstanceId, CallbackBodies.Of(CallbackBodies.Event("PlayCompleted", playing)));
        return answering.InstanceId;
    }

    private static async Task<string[]> TranscriptAsync(FlowServer server, string id) =>
        (await (await server.GetAsync($"/callflows/instances/{id}/transcript")).TextAsync()).Split('\n');

    [Fact]
    public async Task Transcript_AfterARestart_IsWhatItWasBefore()
    {
        string id;
        string[] before;
        await using (FlowServer first = await _folder.StartAsync(Flows))
        {
            id = await CallAsync(first);
            before = await TranscriptAsync(first, id);
        }

        await using FlowServer second = await _folder.StartAsync(Flows);
        string[] after = await TranscriptAsync(second, id);

        before.Should().Contain(line => line.Contains("Welcome to Contoso."));
        after.Should().Equal(before);
        second.Gateway.HasRequests.Should().BeFalse("looking back does nothing");
    }

    [Fact]
    public async Task Transcript_OfAFlowThatContinuedAsNew_SaysWhatWasLeftBehind()
    {
        await using FlowServer server = await _folder.StartAsync(flows => flows.Add<TalkativeLine>(when => when.Otherwise()));
        CallActionRequest answering = await server.RingAsync();
        await server.PostCallbackAsync(answering.InstanceId, CallbackBodies.Of(CallbackBodies.Event("CallConnected", answering)));
        for (int i = 0; i < 12; i++)
        {
            CallActionRequest playing = await server.Gateway.NextAsync<Play>();
            await server.PostCallbackAsync(answering.InstanceId, CallbackBodies.Of(CallbackBodies.Event("PlayCompleted", playing)));
        }

        // The thirteenth is being played.
        await server.Gateway.NextAsync<Play>();
        string[] lines = await TranscriptAsync(server, answering.InstanceId);

        int prompts = lines.Count(line => line.EndsWith(TalkativeLine.Story, StringComparison.Ordinal));
        prompts.Should().BeInRange(5, 11);
        lines.Should().ContainSingle(line => line == $"{2 + 12 - prompts} earlier lines were left behind as the flow continued as new");
    }

    [Fact]
    public async Task Transcript_OfAFlowThatFailedOrWasTerminated_IsToldAfterARestart()
    {
        string id;
        await using (FlowServer first = await _folder.StartAsync(Flows))
        {
            id = await CallAsync(first);
            await first.PostAsync($"/callflows/instances/{id}/signals/Note", "\"late\"");
            CallActionRequest hangingUp = await first.Gateway.NextAsync<HangUpCall>();
            await first.PostCallbackAsync(id, CallbackBodies.Of(CallbackBodies.Event("CallDisconnected", hangingUp)));
            await FluentActions.Awaiting(() => first.OutputAsync(id)).Should().ThrowAsync<InvalidOperationException>();
            await first.PostAsync("/callflows/flows/OtherFlow?id=other-1", "1");
            await first.PostAsync("/callflows/instances/other-1/terminate", "");
        }

        await using FlowServer second = await _folder.StartAsync(Flows);
        string[] failed = await TranscriptAsync(second, id);
        string[] terminated = await TranscriptAsync(second, "other-1");

        failed[0].Should().EndWith("(failed)");
        failed[5].Should().Contain("Welcome to Contoso.");
        failed[6].Should().Be("09:00:00  flow    hangs up");
        terminated.Should().Equal("OtherFlow other-1 (terminated)", "No call has begun.", "");
    }

    [Fact]
    public async Task Transcript_OfAFlowWhoseCodeIsGone_SaysSo()
    {
        string id;
        await using (FlowServer first = await _folder.StartAsync(Flows))
        {
            id = await CallAsync(first);
        }

        await using FlowServer second = await _folder.StartAsync(flows => flows.Add<OtherFlow, int, int>());
        string[] lines = await TranscriptAsync(second, id);

        lines[1].Should().StartWith("Nothing can be told of its calls");
    }

    [Fact]
    public async Task Instance_ThatHasEnded_WaitsForNothing()
    {
        await using FlowServer server = await _folder.StartAsync(Flows);
        CallActionRequest answering = await server.RingAsync();
        await server.PostCallbackAsync(answering.InstanceId, CallbackBodies.Of(
            CallbackBodies.Event("CallConnected", answering), CallbackBodies.Event("CallDisconnected")));
        await server.OutputAsync(answering.InstanceId);

        JsonElement instance = await server.GetAsync($"/callflows/instances/{answering.InstanceId}").JsonAsync();

        instance.GetProperty("status").GetString().Should().Be("completed");
        instance.TryGetProperty("customStatus", out _).Should().BeFalse();
    }
}
