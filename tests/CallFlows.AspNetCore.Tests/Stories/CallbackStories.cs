using System.Net;
using System.Text;
using CallFlows.Actions;
using CallFlows.AspNetCore.Tests.Server;
using CallFlows.Calls;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Tests.Stories;

public sealed class CallbackStories
{
    private sealed class GreetingLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("Welcome to Contoso.");
            await call.HangUpAsync(forEveryone: true);
        }
    }

    private static void Flows(CallFlowsBuilder flows) => flows.Add<GreetingLine>(when => when.Otherwise());

    private static async Task<FlowServer> StartAsync(params (string, string?)[] settings) => await FlowServer.StartAsync(Flows, settings);

    /// <summary>A call that was announced, and whose flow waits to be connected.</summary>
    private static async Task<CallActionRequest> RingAsync(FlowServer server)
    {
        (await server.PostAsync("/callflows/events", Deliveries.EventGrid(Deliveries.EventGridCall()))).StatusCode.Should().Be(HttpStatusCode.OK);
        return await server.Gateway.NextAsync<AnswerCall>();
    }

    [Fact]
    public async Task Call_WhoseCallbacksCome_RunsToItsEnd()
    {
        await using FlowServer server = await StartAsync();
        CallActionRequest answering = await RingAsync(server);
        string id = answering.InstanceId;

        HttpResponseMessage connected = await server.PostCallbackAsync(id, CallbackBodies.Of(CallbackBodies.Event("CallConnected", answering)));
        CallActionRequest playing = await server.Gateway.NextAsync<Play>();
        HttpResponseMessage played = await server.PostCallbackAsync(id, CallbackBodies.Of(CallbackBodies.Event("PlayCompleted", playing)));
        CallActionRequest hangingUp = await server.Gateway.NextAsync<HangUpCall>();
        HttpResponseMessage ended = await server.PostCallbackAsync(id, CallbackBodies.Of(CallbackBodies.Event("CallDisconnected", hangingUp)));

        FlowOutput output = await server.OutputAsync(id);
        output.Outcome.Should().Be("completed");
        new[] { connected, played, ended }.Should().OnlyContain(answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Batch_OfSeveralEvents_ReachesTheFlowWhole()
    {
        await using FlowServer server = await StartAsync();
        CallActionRequest answering = await RingAsync(server);

        HttpResponseMessage answer = await server.PostCallbackAsync(answering.InstanceId, CallbackBodies.Of(
            CallbackBodies.Event("CallConnected", answering), CallbackBodies.Event("CallDisconnected")));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await server.OutputAsync(answering.InstanceId)).Outcome.Should().Be("caller hung up");
    }

    [Fact]
    public async Task Callback_SentTwice_ChangesNothingTheSecondTime()
    {
        await using FlowServer server = await StartAsync();
        CallActionRequest answering = await RingAsync(server);
        string connected = CallbackBodies.Of(CallbackBodies.Event("CallConnected", answering));

        HttpResponseMessage first = await server.PostCallbackAsync(answering.InstanceId, connected);
        CallActionRequest playing = await server.Gateway.NextAsync<Play>();
        HttpResponseMessage second = await server.PostCallbackAsync(answering.InstanceId, connected);
        await server.PostCallbackAsync(answering.InstanceId, CallbackBodies.Of(CallbackBodies.Event("PlayCompleted", playing)));

        first.StatusCode.Should().Be(HttpStatusCode.OK);
        second.StatusCode.Should().Be(HttpStatusCode.OK);
        await server.Gateway.NextAsync<HangUpCall>();
    }

    [Fact]
    public async Task Callback_ForAFlowThatHasEnded_IsTakenAndChangesNothing()
    {
        await using FlowServer server = await StartAsync();
        string id = (await RingAsync(server)).InstanceId;
        await server.TerminateAsync(id);

        HttpResponseMessage answer = await server.PostCallbackAsync(id, CallbackBodies.Of(CallbackBodies.Event("CallDisconnected")));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Callback_ForAFlowThatWasNeverStarted_IsNotFound()
    {
        await using FlowServer server = await StartAsync();
        server.Logs.Clear();

        HttpResponseMessage answer = await server.PostCallbackAsync("call-unknown", CallbackBodies.Of(CallbackBodies.Event("CallDisconnected")));

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await server.InstancesAsync()).Should().BeEmpty();
        server.Logs.FromFlows.Should().ContainSingle().Which.Text.Should().Contain("call-unknown");
    }

    public static TheoryData<string, string> BadAccess => new()
    {
        { "no token", "token" },
        { "a token for somebody else", "token" },
        { "a token that was changed", "token" },
        { "no secret", "secret" },
        { "the secret of another flow", "secret" },
    };

    [Theory]
    [MemberData(nameof(BadAccess))]
    public async Task Callback_WithoutTheRightTokenAndSecret_IsRefusedAndLoggedOnce(string mistake, string about)
    {
        await using FlowServer server = await StartAsync();
        string id = (await RingAsync(server)).InstanceId;
        int writes = server.Engine.Writes;
        server.Logs.Clear();
        string? token = mistake switch
        {
            "no token" => null,
            "a token for somebody else" => TokenIssuer.Token("somebody-else"),
            "a token that was changed" => Changed(TokenIssuer.Token()),
            _ => TokenIssuer.Token(),
        };
        string path = mistake switch
        {
            "no secret" => $"/callflows/callbacks/{id}",
            "the secret of another flow" => $"/callflows/callbacks/{id}?secret={server.Secret("call-other")}",
            _ => server.CallbackPath(id),
        };

        HttpResponseMessage answer = await server.PostCallbackAsync(id, CallbackBodies.Of(CallbackBodies.Event("CallDisconnected")), token, path);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        server.Engine.Writes.Should().Be(writes);
        LogLine line = server.Logs.FromFlows.Should().ContainSingle().Which;
        line.Level.Should().Be(LogLevel.Warning);
        line.Text.Should().Contain(id).And.ContainEquivalentOf(about);
    }

    [Fact]
    public async Task Callback_WithAWrongSecret_CostsNoFetchOfKeys()
    {
        await using FlowServer server = await StartAsync();

        await server.PostCallbackAsync("call-1", "[]", TokenIssuer.Token(), "/callflows/callbacks/call-1?secret=guess");

        server.Issuer.Requests.Should().Be(0);
    }

    [Fact]
    public async Task Callback_WhileTheIssuersKeysCantBeFetched_IsAskedForAgain()
    {
        await using FlowServer server = await StartAsync();
        string id = (await RingAsync(server)).InstanceId;
        int writes = server.Engine.Writes;
        server.Issuer.IsDown = true;

        HttpResponseMessage answer = await server.PostCallbackAsync(id, CallbackBodies.Of(CallbackBodies.Event("CallDisconnected")));

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        server.Engine.Writes.Should().Be(writes);
    }

    public static TheoryData<string> UnreadableBodies => new(
        "",
        "{",
        "[]",
        "\"text\"",
        """[{"type":"Microsoft.Communication.CallConnected","data":{}}]""",
        CallbackBodies.Of(CallbackBodies.Event("CallConnected"), new { id = "no type" }),
        CallbackBodies.Of(CallbackBodies.Event("CallConnected", id: new string('x', 257))));

    [Theory]
    [MemberData(nameof(UnreadableBodies))]
    public async Task Callback_ThatCantBeRead_IsRefusedAndLoggedOnce(string body)
    {
        await using FlowServer server = await StartAsync();
        string id = (await RingAsync(server)).InstanceId;
        int writes = server.Engine.Writes;
        server.Logs.Clear();

        HttpResponseMessage answer = await server.PostCallbackAsync(id, body);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        server.Engine.Writes.Should().Be(writes);
        server.Logs.FromFlows.Should().ContainSingle();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Callback_ThatIsTooLong_IsRefusedAndLoggedOnce(bool chunked)
    {
        await using FlowServer server = await StartAsync();
        string id = (await RingAsync(server)).InstanceId;
        int writes = server.Engine.Writes;
        server.Logs.Clear();
        HttpRequestMessage request = new(HttpMethod.Post, server.CallbackPath(id))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(new string(' ', (256 * 1024) + 1))),
        };
        request.Headers.Authorization = new("Bearer", TokenIssuer.Token());
        request.Headers.TransferEncodingChunked = chunked;

        HttpResponseMessage answer = await server.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        server.Engine.Writes.Should().Be(writes);
        server.Logs.FromFlows.Should().ContainSingle();
    }

    [Fact]
    public async Task Callback_OfNearlyTheLongestBody_IsTaken()
    {
        await using FlowServer server = await StartAsync();
        CallActionRequest answering = await RingAsync(server);
        string body = CallbackBodies.Of(CallbackBodies.Event("CallConnected", answering));

        HttpResponseMessage answer = await server.PostCallbackAsync(answering.InstanceId, body + new string(' ', (256 * 1024) - body.Length));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        await server.Gateway.NextAsync<Play>();
    }

    [Fact]
    public async Task Callback_ThatCantBeStored_IsAskedForAgainAndReachesTheFlowThen()
    {
        await using FlowServer server = await StartAsync();
        CallActionRequest answering = await RingAsync(server);
        string connected = CallbackBodies.Of(CallbackBodies.Event("CallConnected", answering));
        server.Logs.Clear();
        server.Engine.Failure = new IOException("The disk is full.");

        HttpResponseMessage refused = await server.PostCallbackAsync(answering.InstanceId, connected);
        server.Engine.Failure = null;
        HttpResponseMessage taken = await server.PostCallbackAsync(answering.InstanceId, connected);

        refused.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(5));
        server.Logs.FromFlows.Should().ContainSingle().Which.Exception.Should().BeOfType<IOException>();
        taken.StatusCode.Should().Be(HttpStatusCode.OK);
        await server.Gateway.NextAsync<Play>();
    }

    [Fact]
    public async Task Callback_ThatFindsTheEngineBusy_IsAskedForAgainWithAWarningOnly()
    {
        await using FlowServer server = await StartAsync();
        CallActionRequest answering = await RingAsync(server);
        server.Logs.Clear();
        server.Engine.Failure = new EngineBusyException("The engine is busy.");

        HttpResponseMessage answer = await server.PostCallbackAsync(
            answering.InstanceId, CallbackBodies.Of(CallbackBodies.Event("CallConnected", answering)));

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(5));
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("The engine is busy.");
        server.Logs.FromFlows.Should().ContainSingle().Which.Level.Should().Be(LogLevel.Warning);
    }

    [Fact]
    public async Task Logs_OfAWholeCallAtEveryLevel_HoldNoSecrets()
    {
        await using FlowServer server = await StartAsync();
        CallActionRequest answering = await RingAsync(server);
        string token = TokenIssuer.Token();

        await server.PostCallbackAsync(answering.InstanceId, CallbackBodies.Of(CallbackBodies.Event("CallConnected", answering)), token);
        await server.PostCallbackAsync(answering.InstanceId, "{", token);
        await server.PostCallbackAsync(answering.InstanceId, "{", Changed(token));

        string[] secrets = [server.Secret(answering.InstanceId), token.Split('.')[2], FlowServer.CallbackKey, Deliveries.Caller, Deliveries.IncomingCallContext];
        server.Logs.All.Should().NotContain(line => secrets.Any(secret => $"{line.Text}{line.Exception}".Contains(secret)));
    }

    [Fact]
    public async Task Callbacks_MappedUnderAnotherPrefix_AreExpectedThere()
    {
        await using FlowServer server = FlowServer.Build(Flows, [("PublicUrl", "https://phone.test/")], prefix: "/phone/lines");
        await server.StartAsync();
        await server.PostAsync("/phone/lines/events", Deliveries.EventGrid(Deliveries.EventGridCall()));
        CallActionRequest answering = await server.Gateway.NextAsync<AnswerCall>();

        HttpResponseMessage answer = await server.PostCallbackAsync(answering.InstanceId, CallbackBodies.Of(CallbackBodies.Event("CallConnected", answering)));

        server.CallbackPath(answering.InstanceId).Should().StartWith("/phone/lines/callbacks/");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Callback_ForAnIdWithASlash_ReachesItsFlow()
    {
        await using FlowServer server = await StartAsync();

        HttpResponseMessage answer = await server.PostCallbackAsync("reminders/2026 ü", CallbackBodies.Of(CallbackBodies.Event("CallDisconnected")));

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound, "the secret fits the id, only the flow is not there");
    }

    private static string Changed(string token) => $"{token[..^4]}{(token.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA")}";
}
