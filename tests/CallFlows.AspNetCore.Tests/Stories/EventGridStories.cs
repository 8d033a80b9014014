using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CallFlows.Actions;
using CallFlows.AspNetCore.Tests.Server;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using CallFlows.ServiceEvents;
using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Tests.Stories;

public sealed class EventGridStories
{
    private const string Events = "/callflows/events";
    private const string Key = "a-key-for-event-grid";

    private sealed class AnsweringLine : InboundCallFlow
    {
        protected override Task RunAsync(IncomingCall incoming) => incoming.AnswerAsync();
    }

    private static void Flows(CallFlowsBuilder flows) => flows.Add<AnsweringLine>(when => when.Called(Deliveries.Called));

    public static TheoryData<string> BothSchemas => new(
        Deliveries.EventGrid(Deliveries.EventGridCall()),
        JsonSerializer.Serialize(Deliveries.CloudEventCall()),
        Deliveries.EventGrid(Deliveries.CloudEventCall()));

    [Theory]
    [MemberData(nameof(BothSchemas))]
    public async Task IncomingCall_InEitherSchema_StartsItsFlow(string delivery)
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);

        HttpResponseMessage answer = await server.PostAsync(Events, delivery);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        CallActionRequest request = await server.Gateway.NextAsync<AnswerCall>();
        request.Action.Should().Be(new AnswerCall(Deliveries.IncomingCallContext));
        (await server.InstancesAsync()).Should().ContainSingle().Which.Name.Should().Be(nameof(AnsweringLine));
    }

    [Fact]
    public async Task IncomingCall_DeliveredTwice_StartsOneFlow()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        string delivery = Deliveries.EventGrid(Deliveries.EventGridCall());

        HttpResponseMessage first = await server.PostAsync(Events, delivery);
        HttpResponseMessage second = await server.PostAsync(Events, delivery);

        first.StatusCode.Should().Be(HttpStatusCode.OK);
        second.StatusCode.Should().Be(HttpStatusCode.OK);
        (await server.InstancesAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Batch_OfTwoCallsAndSomethingElse_StartsBothFlows()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);

        HttpResponseMessage answer = await server.PostAsync(Events, Deliveries.EventGrid(
            Deliveries.EventGridCall("server-call-1"),
            Deliveries.EventGridEvent("Microsoft.Communication.CallEnded", new { }),
            Deliveries.EventGridCall("server-call-2")));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await server.InstancesAsync()).Should().HaveCount(2);
    }

    private sealed class EndedCalls : ICallEventHandler<CallEnded>
    {
        public static readonly ConcurrentQueue<string> Seen = new();

        public Task HandleAsync(CallEnded serviceEvent, CancellationToken cancellationToken)
        {
            Seen.Enqueue(serviceEvent.ServerCallId);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Report_DeliveredTwice_ReachesTheApplicationsHandlerOnceAndNoList()
    {
        await using FlowServer server = await FlowServer.StartAsync(flows => flows.AddEventHandler<EndedCalls>());
        string delivery = Deliveries.EventGrid(Deliveries.EventGridEvent("Microsoft.Communication.CallEnded", new { serverCallId = "ended-1" }));

        HttpResponseMessage first = await server.PostAsync(Events, delivery);
        HttpResponseMessage second = await server.PostAsync(Events, delivery);

        first.StatusCode.Should().Be(HttpStatusCode.OK);
        second.StatusCode.Should().Be(HttpStatusCode.OK);
        string instance = (await server.InstancesAsync()).Should().ContainSingle().Which.InstanceId;
        await server.Engine.WaitForCompletionAsync(instance).OrHang();
        EndedCalls.Seen.Should().Equal("ended-1");
    }

    [Fact]
    public async Task IncomingCall_WithoutRoute_IsLeftToRingAndLoggedOnce()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        server.Logs.Clear();

        HttpResponseMessage answer = await server.PostAsync(Events, Deliveries.EventGrid(Deliveries.EventGridCall(to: "+14255550177")));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await server.InstancesAsync()).Should().BeEmpty();
        LogLine line = server.Logs.FromFlows.Should().ContainSingle().Which;
        line.Level.Should().Be(LogLevel.Warning);
        line.Text.Should().Contain("left to ring").And.NotContain("+14255550177").And.NotContain(Deliveries.Caller);
    }

    [Fact]
    public async Task SubscriptionValidation_IsAnsweredWithItsCode()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);

        HttpResponseMessage answer = await server.PostAsync(Events, Deliveries.EventGrid(
            Deliveries.EventGridEvent("Microsoft.EventGrid.SubscriptionValidationEvent", new { validationCode = "512d38b6-c7b8-40c8-89fe-f46f9e9622b6" })));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        JsonElement body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        body.GetProperty("validationResponse").GetString().Should().Be("512d38b6-c7b8-40c8-89fe-f46f9e9622b6");
    }

    [Theory]
    [InlineData("eventgrid.azure.net", HttpStatusCode.OK)]
    [InlineData("elsewhere.test", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task Handshake_IsGrantedToEventGridOnly(string? origin, HttpStatusCode status)
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        HttpRequestMessage request = new(HttpMethod.Options, Events);
        request.Headers.Add("WebHook-Request-Rate", "120");
        if (origin is not null)
        {
            request.Headers.Add("WebHook-Request-Origin", origin);
        }

        HttpResponseMessage answer = await server.SendAsync(request);

        answer.StatusCode.Should().Be(status);
        answer.Headers.Contains("WebHook-Allowed-Origin").Should().Be(status == HttpStatusCode.OK);
        answer.Headers.Contains("WebHook-Allowed-Rate").Should().Be(status == HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("", null, HttpStatusCode.Unauthorized)]
    [InlineData("?key=another-key-altogether", null, HttpStatusCode.Unauthorized)]
    [InlineData("", "another-key-altogether", HttpStatusCode.Unauthorized)]
    [InlineData($"?key={Key}", null, HttpStatusCode.OK)]
    [InlineData("", Key, HttpStatusCode.OK)]
    public async Task Delivery_WhenAKeyIsConfigured_NeedsIt(string query, string? header, HttpStatusCode status)
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows, ("EventGrid:Key", Key));
        server.Logs.Clear();
        (string, string)[] headers = header is null ? [] : [("aeg-sas-key", header)];

        HttpResponseMessage answer = await server.PostAsync(Events + query, Deliveries.EventGrid(Deliveries.EventGridCall()), headers);

        answer.StatusCode.Should().Be(status);
        (await server.InstancesAsync()).Should().HaveCount(status == HttpStatusCode.OK ? 1 : 0);
        server.Logs.FromFlows.Should().ContainSingle();
        server.Logs.All.Should().NotContain(line => line.Text.Contains(Key) || line.Text.Contains("another-key"));
    }

    [Fact]
    public async Task Delivery_WhenNoKeyIsConfigured_IsTakenFromThisMachineOnly()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        server.Logs.FromFlows.Should().Contain(line => line.Text.Contains("CallFlows:EventGrid:Key is not set"));

        HttpResponseMessage answer = await server.PostAsync(
            Events, Deliveries.EventGrid(Deliveries.EventGridCall()), ("X-Forwarded-For", "203.0.113.7"));

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        server.Engine.Writes.Should().Be(0);
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("""[{"id":"event-1"}]""", HttpStatusCode.BadRequest)]
    public async Task Delivery_ThatCantBeRead_IsRefusedAndLoggedOnce(string body, HttpStatusCode status)
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        server.Logs.Clear();

        HttpResponseMessage answer = await server.PostAsync(Events, body);

        answer.StatusCode.Should().Be(status);
        server.Engine.Writes.Should().Be(0);
        server.Logs.FromFlows.Should().ContainSingle();
    }

    [Fact]
    public async Task Delivery_WithOneBrokenEvent_StillStartsTheOther()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);

        HttpResponseMessage answer = await server.PostAsync(Events, Deliveries.EventGrid(new { id = "event-0" }, Deliveries.EventGridCall()));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await server.InstancesAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Delivery_ThatIsTooLong_IsRefusedAndLoggedOnce()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        server.Logs.Clear();

        HttpResponseMessage answer = await server.PostAsync(Events, new string(' ', (3 << 19) + 1));

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        server.Logs.FromFlows.Should().ContainSingle();
    }

    [Fact]
    public async Task Delivery_ThatCantBeStored_IsAskedForAgainAndTakenThen()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        string delivery = Deliveries.EventGrid(Deliveries.EventGridCall());
        server.Logs.Clear();
        server.Engine.Failure = new IOException("The disk is full.");

        HttpResponseMessage refused = await server.PostAsync(Events, delivery);
        server.Engine.Failure = null;
        HttpResponseMessage taken = await server.PostAsync(Events, delivery);

        refused.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter.Should().NotBeNull();
        server.Logs.FromFlows.Should().ContainSingle(line => line.Level == LogLevel.Error).Which.Exception.Should().BeOfType<IOException>();
        taken.StatusCode.Should().Be(HttpStatusCode.OK);
        (await server.InstancesAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Delivery_ThatFindsTheEngineBusy_IsAskedForAgainWithAWarningOnly()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        server.Logs.Clear();
        server.Engine.Failure = new EngineBusyException("The engine is busy.");

        HttpResponseMessage answer = await server.PostAsync(Events, Deliveries.EventGrid(Deliveries.EventGridCall()));

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.Should().NotBeNull();
        server.Logs.FromFlows.Should().NotContain(line => line.Level == LogLevel.Error)
            .And.Contain(line => line.Level == LogLevel.Warning && line.Text.Contains("The engine is busy."));
    }
}
