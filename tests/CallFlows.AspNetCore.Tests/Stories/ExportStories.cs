using System.Net;
using System.Text;
using CallFlows.Actions;
using CallFlows.AspNetCore.Tests.Server;
using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.AspNetCore.Tests.Stories;

public sealed class ExportStories
{
    private const string Key = "a-key-for-management";

    private sealed class AnsweringLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync($"Hello {incoming.From.RawId}.");
        }
    }

    private sealed class WordFlow : CallFlow<string, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, string input)
        {
            string said = await flow.WaitForSignalAsync<string>("Say");
            if (said == "wait")
            {
                await flow.DelayAsync(TimeSpan.FromMinutes(1));
            }

            return await flow.WaitForSignalAsync<string>("Say");
        }
    }

    private static void Flows(CallFlowsBuilder flows) => flows
        .Add<WordFlow, string, string>()
        .Add<AnsweringLine>(when => when.Otherwise());

    private static async Task<FlowServer> StartWithWordsAsync()
    {
        FlowServer server = await FlowServer.StartAsync(Flows);
        await server.PostAsync($"/callflows/flows/{nameof(WordFlow)}?id=word-1", "\"Mrs Somebody\"");
        await server.PostAsync("/callflows/instances/word-1/signals/Say", "\"wait\"");
        return server;
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Key)]
    public async Task Export_OfACallThatGoesOn_IsAFileThatItsFlowFitsAndThatHoldsNobody(string? key)
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows, ("Management:Key", key));
        server.Http.DefaultRequestHeaders.Add("x-callflows-key", Key);
        CallActionRequest answering = await server.RingAsync();
        await server.PostCallbackAsync(answering.InstanceId, CallbackBodies.Of(CallbackBodies.Event("CallConnected", answering)));
        await server.Gateway.NextAsync<Play>();

        HttpResponseMessage answer = await server.GetAsync($"/callflows/instances/{answering.InstanceId}/export");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        string text = await answer.TextAsync();
        text.Should().NotContain(Deliveries.Caller[1..]).And.NotContain(Deliveries.Called[1..]).And.NotContain(Deliveries.IncomingCallContext)
            .And.NotContain(answering.InstanceId).And.NotContain("server-call-1").And.NotContain("•");
        RecordedHistory history = HistoryFile.Read(Encoding.UTF8.GetBytes(text), "answer");
        history.Status.Should().Be(OrchestrationStatus.Running);
        HistoryReplay.FindDeparture(history, server.Services.GetRequiredService<DurableRegistry>()).Should().BeNull();
    }

    [Fact]
    public async Task Export_OfAFlowWhosePathHangsOnAMaskedWord_IsRefusedAndNamesIt()
    {
        await using FlowServer server = await StartWithWordsAsync();

        HttpResponseMessage answer = await server.GetAsync("/callflows/instances/word-1/export");

        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await answer.JsonAsync()).GetProperty("detail").GetString().Should().Contain("--keep 'Say:$.data'");
    }

    [Fact]
    public async Task Export_WithTheWordKept_HoldsItAlone()
    {
        await using FlowServer server = await StartWithWordsAsync();

        string text = await (await server.GetAsync("/callflows/instances/word-1/export?keep=Say%3A%24.data")).TextAsync();

        text.Should().Contain("\"data\": \"wait\"").And.NotContain("Somebody").And.NotContain("word-1");
    }

    [Fact]
    public async Task Export_OfWhatIsNotThereOrNotUnderstood_IsRefused()
    {
        await using FlowServer server = await StartWithWordsAsync();

        (await server.GetAsync("/callflows/instances/nobody/export")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await server.GetAsync("/callflows/instances/word-1/export?kept=Say")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await server.GetAsync("/callflows/instances/word-1/export?keep=")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        string many = string.Join('&', Enumerable.Range(0, 101).Select(number => $"keep=Name{number}"));
        (await server.GetAsync($"/callflows/instances/word-1/export?{many}")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Export_WithoutTheKey_IsRefused()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows, ("Management:Key", Key));

        (await server.GetAsync("/callflows/instances/any/export")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Export_OfAnEngineThatIsNotTheEmbeddedOne_IsSaidToBeNone()
    {
        DurableRegistry registry = new();
        await using OrchestrationEngine elsewhere = OrchestrationEngine.CreateInMemory(registry.AddOrchestrator("Any", _ => Task.FromResult(Payload.Null)));
        await elsewhere.StartAsync();
        await using FlowServer server = FlowServer.Build(Flows, [], ownEngine: elsewhere);
        await server.StartAsync();

        (await server.GetAsync("/callflows/instances/any-1/export")).StatusCode.Should().Be(HttpStatusCode.NotImplemented);
    }
}
