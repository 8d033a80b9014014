using System.Net;
using System.Text.Json;
using CallFlows.Actions;
using CallFlows.AspNetCore.Tests.Server;
using CallFlows.Calls;
using CallFlows.Flows;

namespace CallFlows.AspNetCore.Tests.Stories;

/// <summary>An application comes back with code that no longer fits a flow's history, and is mended.</summary>
public sealed class StoppedFlowStories : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Flow("Line")]
    private sealed class NotingLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("Welcome to Contoso.");
            await call.PlayAsync(await incoming.Flow.WaitForSignalAsync<string>("Note"));
        }
    }

    [Flow("Line")]
    private sealed class ChangedLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await incoming.Flow.WaitForSignalAsync<string>("Note");
            await call.HangUpAsync();
        }
    }

    private Task<FlowServer> StartAsync<TLine>()
        where TLine : InboundCallFlow => _folder.StartAsync(flows => flows.Add<TLine>(when => when.Otherwise()));

    private async Task<CallActionRequest> PlayWelcomeAsync()
    {
        await using FlowServer server = await StartAsync<NotingLine>();
        CallActionRequest answering = await server.RingAsync();
        await server.PostCallbackAsync(answering.InstanceId, CallbackBodies.Of(CallbackBodies.Event("CallConnected", answering)));
        return await server.Gateway.NextAsync<Play>();
    }

    private static Task<HttpResponseMessage> SendNoteAsync(FlowServer server, string instanceId) =>
        server.PostAsync($"/callflows/instances/{instanceId}/signals/Note?id=note-1", "\"Goodbye.\"");

    private static async Task<string?> StatusAsync(FlowServer server, string instanceId) =>
        (await server.GetAsync($"/callflows/instances/{instanceId}").JsonAsync()).GetProperty("status").GetString();

    [Fact]
    public async Task Callback_WhileItsFlowIsStopped_IsAcknowledgedAndReachesItAfterTheResume()
    {
        CallActionRequest playing = await PlayWelcomeAsync();
        string id = playing.InstanceId;
        string played = CallbackBodies.Of(CallbackBodies.Event("PlayCompleted", playing));

        await using (FlowServer changed = await StartAsync<ChangedLine>())
        {
            (await SendNoteAsync(changed, id)).StatusCode.Should().Be(HttpStatusCode.Accepted);
            (await StatusAsync(changed, id)).Should().Be("failed");

            (await changed.PostCallbackAsync(id, played)).StatusCode.Should().Be(HttpStatusCode.OK);
            (await changed.PostCallbackAsync(id, played)).StatusCode.Should().Be(HttpStatusCode.OK);
            HttpResponseMessage again = await SendNoteAsync(changed, id);

            again.StatusCode.Should().Be(HttpStatusCode.OK);
            (await again.JsonAsync()).GetProperty("result").GetString().Should().Be("duplicate");
            JsonElement history = await changed.GetAsync($"/callflows/instances/{id}/history").JsonAsync();
            history.GetProperty("events").EnumerateArray()
                .Count(happened => happened.TryGetProperty("about", out JsonElement about) && about.GetString() == "PlayCompleted")
                .Should().Be(1);
        }

        await using FlowServer mended = await StartAsync<NotingLine>();
        (await mended.PostAsync($"/callflows/instances/{id}/resume", "")).StatusCode.Should().Be(HttpStatusCode.OK);

        CallActionRequest goodbye = await mended.Gateway.NextAsync<Play>();
        goodbye.Action.As<Play>().Prompts[0].Description.Should().Contain("Goodbye.");
    }

    [Fact]
    public async Task Callback_ThatShowsTheFault_IsAcknowledgedAndReachesItsFlowAfterTheResume()
    {
        CallActionRequest playing = await PlayWelcomeAsync();
        string id = playing.InstanceId;
        await using (FlowServer changed = await StartAsync<ChangedLine>())
        {
            HttpResponseMessage answer = await changed.PostCallbackAsync(id, CallbackBodies.Of(CallbackBodies.Event("PlayCompleted", playing)));

            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            (await StatusAsync(changed, id)).Should().Be("failed");
        }

        await using FlowServer mended = await StartAsync<NotingLine>();
        await mended.PostAsync($"/callflows/instances/{id}/resume", "");
        await SendNoteAsync(mended, id);

        (await mended.Gateway.NextAsync<Play>()).Should().NotBeNull();
    }

    [Fact]
    public async Task Flow_ThatIsStopped_CanBeTerminatedAndTakesNothingMore()
    {
        string id = (await PlayWelcomeAsync()).InstanceId;
        await using FlowServer changed = await StartAsync<ChangedLine>();
        await SendNoteAsync(changed, id);

        HttpResponseMessage terminated = await changed.PostAsync($"/callflows/instances/{id}/terminate", """{"reason":"nobody mends it"}""");
        HttpResponseMessage signal = await changed.PostAsync($"/callflows/instances/{id}/signals/Note", "\"Goodbye.\"");

        (await terminated.JsonAsync()).GetProperty("outcome").GetString().Should().Be("ended by an operator: nobody mends it");
        signal.StatusCode.Should().Be(HttpStatusCode.Conflict);
    }
}
