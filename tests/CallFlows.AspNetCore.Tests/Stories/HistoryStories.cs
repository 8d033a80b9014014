using System.Net;
using System.Text;
using System.Text.Json;
using CallFlows.Actions;
using CallFlows.AspNetCore.Tests.Server;
using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using CallFlows.Prompts;

namespace CallFlows.AspNetCore.Tests.Stories;

public sealed class HistoryStories
{
    private const string Key = "a-key-for-management";

    private sealed class AnsweringLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync(Prompt.File(new Uri("https://files.test/welcome.wav?sig=a-signature")));
        }
    }

    private sealed class NoteFlow : CallFlow<string, string>
    {
        protected override Task<string> RunAsync(FlowContext flow, string input) => flow.WaitForSignalAsync<string>("Say");
    }

    private sealed class BreakingFlow : CallFlow<int, string>
    {
        protected override Task<string> RunAsync(FlowContext flow, int input) => throw new InvalidOperationException("The number +14255550101 is barred.");
    }

    private static void Flows(CallFlowsBuilder flows) => flows
        .Add<NoteFlow, string, string>()
        .Add<BreakingFlow, int, string>()
        .Add<AnsweringLine>(when => when.Otherwise());

    private static async Task<JsonElement[]> EventsAsync(FlowServer server, string id, string query = "") =>
        [.. (await server.GetAsync($"/callflows/instances/{id}/history{query}").JsonAsync()).GetProperty("events").EnumerateArray()];

    private static string? Text(JsonElement happened, string property) =>
        happened.TryGetProperty(property, out JsonElement value) ? value.GetString() : null;

    [Fact]
    public async Task History_OfACall_TellsWhatHappenedInOrder()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        CallActionRequest answering = await server.RingAsync();
        await server.PostCallbackAsync(answering.InstanceId, CallbackBodies.Of(CallbackBodies.Event("CallConnected", answering)));
        await server.Gateway.NextAsync<Play>();

        JsonElement[] events = await EventsAsync(server, answering.InstanceId);

        events.Select(happened => happened.GetProperty("number").GetInt32()).Should().Equal(Enumerable.Range(1, events.Length));
        events[0].GetProperty("type").GetString().Should().Be("executionStarted");
        events[0].GetProperty("name").GetString().Should().Be(nameof(AnsweringLine));
        events.Select(happened => Text(happened, "about")).OfType<string>().Should().Equal("answer", "CallConnected", "play");
        JsonElement answered = events.Single(happened => Text(happened, "about") == "answer");
        answered.GetProperty("type").GetString().Should().Be("activityScheduled");
        answered.GetProperty("source").GetString().Should().MatchRegex(@"^HistoryStories\.cs:\d+$");
        answered.GetProperty("time").GetDateTimeOffset().Should().Be(FixedTime.Now);
        events.Should().Contain(happened =>
            Text(happened, "type") == "activityCompleted" && happened.GetProperty("taskId").GetInt32() == answered.GetProperty("taskId").GetInt32());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task History_ForWhoeverAsks_HoldsNothingThatAnswersACallOrOpensAFile(bool hasKey)
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows, ("Management:Key", hasKey ? Key : null));
        server.Http.DefaultRequestHeaders.Add("x-callflows-key", Key);
        CallActionRequest answering = await server.RingAsync();
        await server.PostCallbackAsync(answering.InstanceId, CallbackBodies.Of(CallbackBodies.Event("CallConnected", answering)));
        await server.Gateway.NextAsync<Play>();

        string history = await (await server.GetAsync($"/callflows/instances/{answering.InstanceId}/history")).TextAsync();
        string cut = await (await server.GetAsync($"/callflows/instances/{answering.InstanceId}/history?payloadBytes=400")).TextAsync();

        (history + cut).Should().NotContain(Deliveries.IncomingCallContext).And.NotContain("a-signature");
        history.Should().Contain("\"incomingCallContext\":\"•••\"").And.Contain("https://files.test/welcome.wav?•••");
        history.Contains(Deliveries.Caller, StringComparison.Ordinal).Should().Be(hasKey, "only with the key are numbers shown whole");
    }

    [Fact]
    public async Task History_WithALongPayload_ShowsItsBeginningAndLength()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        string input = JsonSerializer.Serialize($"call +14255550101{new string('é', 3000)}", DurableJson.Options);
        await server.PostAsync($"/callflows/flows/{nameof(NoteFlow)}?id=note-1", input);

        JsonElement byDefault = (await EventsAsync(server, "note-1"))[0];
        JsonElement within = (await EventsAsync(server, "note-1", "?payloadBytes=12"))[0];
        JsonElement none = (await EventsAsync(server, "note-1", "?payloadBytes=0"))[0];
        JsonElement whole = (await EventsAsync(server, "note-1", "?payloadBytes=65536"))[0];

        byDefault.TryGetProperty("payload", out _).Should().BeFalse();
        byDefault.GetProperty("payloadBytes").GetInt32().Should().Be(Encoding.UTF8.GetByteCount(input));
        byDefault.GetProperty("payloadStart").GetString().Should().StartWith("\"call +1425•••0101éé").And.NotContain("\uFFFD");
        Encoding.UTF8.GetByteCount(byDefault.GetProperty("payloadStart").GetString()!).Should().BeInRange(2047, 2048);
        within.GetProperty("payloadStart").GetString().Should().Be("\"call +1425", "the number is masked before the text is cut, and no character is halved");
        none.GetProperty("payloadStart").GetString().Should().BeEmpty();
        whole.GetProperty("payload").GetString().Should().StartWith("call +1425•••0101é").And.HaveLength("call +1425•••0101".Length + 3000);
    }

    [Fact]
    public async Task History_WithADeepPayload_IsShown()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await server.PostAsync($"/callflows/flows/{nameof(NoteFlow)}?id=note-1", "\"hello\"");
        string deep = new string('[', 60) + new string(']', 60);
        await server.PostAsync("/callflows/instances/note-1/signals/Deep", deep);

        HttpResponseMessage answer = await server.GetAsync("/callflows/instances/note-1/history");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.TextAsync()).Should().Contain(deep).And.Contain("\"about\":\"signal Deep\"");
    }

    [Fact]
    public async Task History_OnSeveralPages_IsReadWithTheContinuationToken()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await server.PostAsync($"/callflows/flows/{nameof(NoteFlow)}?id=note-1", "\"hello\"");
        await server.PostAsync("/callflows/instances/note-1/signals/Say", "\"bye\"");
        await server.OutputAsync("note-1");
        JsonElement[] all = await EventsAsync(server, "note-1");

        JsonElement first = await server.GetAsync("/callflows/instances/note-1/history?pageSize=2").JsonAsync();
        JsonElement second = await server.GetAsync($"/callflows/instances/note-1/history?pageSize=2&continuationToken={first.GetProperty("continuationToken").GetString()}").JsonAsync();

        all.Should().HaveCount(3);
        first.GetProperty("events").EnumerateArray().Concat(second.GetProperty("events").EnumerateArray())
            .Select(happened => happened.GetRawText()).Should().Equal(all.Select(happened => happened.GetRawText()));
        second.TryGetProperty("continuationToken", out _).Should().BeFalse();
    }

    [Fact]
    public async Task History_OfTheLatestFlow_IsShown()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await server.PostAsync($"/callflows/flows/{nameof(NoteFlow)}?id=note-1", "\"hello\"");
        await server.PostAsync($"/callflows/flows/{nameof(NoteFlow)}?id=note-2", "\"hello\"");

        JsonElement history = await server.GetAsync("/callflows/instances/latest/history").JsonAsync();

        history.GetProperty("id").GetString().Should().Be("note-2");
        history.GetProperty("flow").GetString().Should().Be(nameof(NoteFlow));
    }

    [Fact]
    public async Task Failure_OfAFlow_IsShownWithItsKind()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await server.PostAsync($"/callflows/flows/{nameof(BreakingFlow)}?id=breaking-1", "1");
        await server.Engine.WaitForCompletionAsync("breaking-1").OrHang();

        JsonElement shown = await server.GetAsync("/callflows/instances/breaking-1").JsonAsync();
        JsonElement failed = (await EventsAsync(server, "breaking-1"))[^1];

        shown.GetProperty("failure").GetProperty("errorType").GetString().Should().Be(typeof(InvalidOperationException).FullName);
        failed.GetProperty("type").GetString().Should().Be("executionFailed");
        failed.GetProperty("failure").GetProperty("message").GetString().Should().Be("The number +1425•••0101 is barred.");
    }

    [Fact]
    public async Task History_OfAnEngineThatIsNotTheEmbeddedOne_IsSaidToBeElsewhere()
    {
        DurableRegistry registry = new();
        await using OrchestrationEngine elsewhere = OrchestrationEngine.CreateInMemory(registry.AddOrchestrator("Any", _ => Task.FromResult(Payload.Null)));
        await elsewhere.StartAsync();
        await elsewhere.StartIfAbsentAsync("Any", "any-1", Payload.Null);
        await using FlowServer server = FlowServer.Build(Flows, [], ownEngine: elsewhere);
        await server.StartAsync();

        HttpResponseMessage answer = await server.GetAsync("/callflows/instances/any-1/history");

        answer.StatusCode.Should().Be(HttpStatusCode.NotImplemented);
        (await server.GetAsync("/callflows/instances/any-1")).StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
