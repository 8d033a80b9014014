using System.Net;
using System.Text;
using System.Text.Json;
using CallFlows.Actions;
using CallFlows.AspNetCore.Tests.Server;
using CallFlows.Calls;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Flows.Registration;

namespace CallFlows.AspNetCore.Tests.Stories;

public sealed class ManagementStories
{
    private const string Key = "a-key-for-management";

    private sealed record Errand(string Task, string Number);

    private sealed record Done(string By);

    private sealed class ErrandFlow : CallFlow<Errand, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, Errand input)
        {
            Done done = await flow.WaitForSignalAsync<Done>();
            return $"{input.Task} for {input.Number} by {done.By}";
        }
    }

    [Flow(nameof(ErrandFlow), Version = 2)]
    private sealed class QuickErrandFlow : CallFlow<Errand, string>
    {
        protected override Task<string> RunAsync(FlowContext flow, Errand input) => Task.FromResult($"{input.Task} at once");
    }

    private sealed class BreakingFlow : CallFlow<int, string>
    {
        protected override Task<string> RunAsync(FlowContext flow, int input) => throw new InvalidOperationException("The number +14255550101 is barred.");
    }

    private sealed class AnsweringLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("Welcome to Contoso.");
        }
    }

    private static void Flows(CallFlowsBuilder flows) => flows
        .Add<ErrandFlow, Errand, string>()
        .Add<BreakingFlow, int, string>()
        .Add<AnsweringLine>(when => when.Otherwise());

    private static Task<HttpResponseMessage> StartErrandAsync(FlowServer server) =>
        server.PostAsync("/callflows/flows/ErrandFlow?id=errand-1", """{"task":"buy milk","number":"+14255550101"}""");

    [Fact]
    public async Task Flow_StartedByHandAndSignalled_RunsToItsEnd()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);

        HttpResponseMessage started = await StartErrandAsync(server);
        HttpResponseMessage signalled = await server.PostAsync("/callflows/instances/errand-1/signals/Done", """{"by":"Ann"}""");

        started.StatusCode.Should().Be(HttpStatusCode.Created);
        signalled.StatusCode.Should().Be(HttpStatusCode.Accepted);
        FlowOutput output = await server.OutputAsync("errand-1");
        output.Result.To<string>().Should().Be("buy milk for +14255550101 by Ann");
    }

    [Fact]
    public async Task Flow_OfTwoVersionsStartedByHand_RunsTheHighest()
    {
        await using FlowServer server = await FlowServer.StartAsync(
            flows => flows.Add<QuickErrandFlow, Errand, string>().Add<ErrandFlow, Errand, string>());

        await StartErrandAsync(server);

        (await server.OutputAsync("errand-1")).Result.To<string>().Should().Be("buy milk at once");
    }

    [Fact]
    public async Task Flow_StartedTwiceWithOneId_StartsOnce()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await StartErrandAsync(server);

        HttpResponseMessage second = await StartErrandAsync(server);

        second.StatusCode.Should().Be(HttpStatusCode.OK);
        (await second.JsonAsync()).GetProperty("started").GetBoolean().Should().BeFalse();
        (await server.InstancesAsync()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("NoSuchFlow", "{}", HttpStatusCode.NotFound, "ErrandFlow")]
    [InlineData("AnsweringLine", "{}", HttpStatusCode.Conflict, "only an incoming call")]
    [InlineData("ErrandFlow", "", HttpStatusCode.BadRequest, "JSON body")]
    [InlineData("ErrandFlow", "{", HttpStatusCode.BadRequest, "not JSON")]
    [InlineData("ErrandFlow", """{"task":["milk"]}""", HttpStatusCode.BadRequest, "$.task")]
    public async Task Flow_ThatCantBeStarted_IsRefusedWithTheReason(string flow, string body, HttpStatusCode status, string reason)
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);

        HttpResponseMessage answer = await server.PostAsync($"/callflows/flows/{flow}", body);

        answer.StatusCode.Should().Be(status);
        (await answer.JsonAsync()).GetProperty("detail").GetString().Should().Contain(reason);
        (await server.InstancesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Flow_StartedWithABodyThatDoesNotClaimToBeJson_IsRefused()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        HttpRequestMessage request = new(HttpMethod.Post, "/callflows/flows/ErrandFlow") { Content = new StringContent("{}", Encoding.UTF8, "text/plain") };

        HttpResponseMessage answer = await server.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Signal_SentAgainWithOneId_ChangesNothing()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await server.PostAsync("/callflows/flows/ErrandFlow?id=errand-1", """{"task":"buy milk","number":"+14255550101"}""");

        HttpResponseMessage first = await server.PostAsync("/callflows/instances/errand-1/signals/Other?id=once", "1");
        HttpResponseMessage second = await server.PostAsync("/callflows/instances/errand-1/signals/Other?id=once", "1");

        first.StatusCode.Should().Be(HttpStatusCode.Accepted);
        second.StatusCode.Should().Be(HttpStatusCode.OK);
        (await second.JsonAsync()).GetProperty("result").GetString().Should().Be("duplicate");
    }

    [Fact]
    public async Task Signal_ThatReachesNobody_SaysWhy()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await StartErrandAsync(server);
        await server.TerminateAsync("errand-1");

        HttpResponseMessage ended = await server.PostAsync("/callflows/instances/errand-1/signals/Done", "{}");
        HttpResponseMessage unknown = await server.PostAsync("/callflows/instances/errand-2/signals/Done", "{}");

        ended.StatusCode.Should().Be(HttpStatusCode.Conflict);
        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Signal_ThatCantBeStored_IsAskedForAgain()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await StartErrandAsync(server);
        server.Engine.Failure = new IOException("The disk is full.");

        HttpResponseMessage answer = await server.PostAsync("/callflows/instances/errand-1/signals/Done", "{}");

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.Should().NotBeNull();
    }

    [Fact]
    public async Task Signal_ThatFindsTheEngineBusy_IsAskedForAgainWithTheReason()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await StartErrandAsync(server);
        server.Engine.Failure = new EngineBusyException("The engine is busy.");

        HttpResponseMessage answer = await server.PostAsync("/callflows/instances/errand-1/signals/Done", "{}");

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.Should().NotBeNull();
        (await answer.JsonAsync()).GetProperty("detail").GetString().Should().Be("The engine is busy.");
    }

    [Fact]
    public async Task Instance_ThatWaits_ShowsItsLine()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        CallActionRequest answering = await server.RingAsync();

        JsonElement instance = await server.GetAsync($"/callflows/instances/{answering.InstanceId}").JsonAsync();

        instance.GetProperty("flow").GetString().Should().Be(nameof(AnsweringLine));
        instance.GetProperty("status").GetString().Should().Be("running");
        JsonElement step = instance.GetProperty("customStatus").GetProperty("waiting")[0];
        step.GetProperty("step").GetString().Should().Be("AnswerAsync");
        step.GetProperty("source").GetString().Should().MatchRegex(@"^ManagementStories\.cs:\d+$");
        instance.TryGetProperty("input", out _).Should().BeFalse("it holds what answers the call");
    }

    [Fact]
    public async Task Instances_AreListedWithTheirOutcomes()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await server.PostAsync("/callflows/flows/BreakingFlow?id=breaking-1", "1");
        Func<Task> ended = () => server.OutputAsync("breaking-1");
        await ended.Should().ThrowAsync<InvalidOperationException>();
        await StartErrandAsync(server);
        await server.PostAsync("/callflows/instances/errand-1/signals/Done", """{"by":"Ann"}""");
        await server.OutputAsync("errand-1");

        JsonElement all = await server.GetAsync("/callflows/instances").JsonAsync();
        JsonElement errands = await server.GetAsync("/callflows/instances?flow=ErrandFlow").JsonAsync();

        Dictionary<string, string?> outcomes = all.GetProperty("instances").EnumerateArray()
            .ToDictionary(instance => instance.GetProperty("id").GetString()!, instance => instance.GetProperty("outcome").GetString());
        outcomes.Should().HaveCount(2).And.Contain("errand-1", "completed");
        outcomes["breaking-1"].Should().StartWith("failed: The number").And.NotContain("+14255550101");
        errands.GetProperty("instances").EnumerateArray().Should().ContainSingle();
    }

    [Fact]
    public async Task Instances_OnSeveralPages_AreReadWithTheContinuationToken()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        foreach (int number in Enumerable.Range(1, 3))
        {
            await server.PostAsync($"/callflows/flows/ErrandFlow?id=errand-{number}", """{"task":"wait","number":""}""");
        }

        JsonElement first = await server.GetAsync("/callflows/instances?pageSize=2").JsonAsync();
        string token = first.GetProperty("continuationToken").GetString()!;
        JsonElement second = await server.GetAsync($"/callflows/instances?pageSize=2&continuationToken={Uri.EscapeDataString(token)}").JsonAsync();

        first.GetProperty("instances").GetArrayLength().Should().Be(2);
        second.GetProperty("instances").GetArrayLength().Should().Be(1);
    }

    [Theory]
    [InlineData("/callflows/instances?pageSize=many", HttpStatusCode.BadRequest)]
    [InlineData("/callflows/instances?pageSize=1001", HttpStatusCode.BadRequest)]
    [InlineData("/callflows/instances?continuationToken=invented", HttpStatusCode.BadRequest)]
    [InlineData("/callflows/instances?flow=", HttpStatusCode.BadRequest)]
    [InlineData("/callflows/instances?flow=ErrandFlow&flow=BreakingFlow", HttpStatusCode.BadRequest)]
    [InlineData("/callflows/instances?stauts=failed", HttpStatusCode.BadRequest)]
    [InlineData("/callflows/instances?status=broken", HttpStatusCode.BadRequest)]
    [InlineData("/callflows/instances?status=5", HttpStatusCode.BadRequest)]
    [InlineData("/callflows/instances?createdFrom=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/callflows/instances?version=0", HttpStatusCode.BadRequest)]
    [InlineData("/callflows/instances?caller=14255550101", HttpStatusCode.BadRequest)]
    [InlineData("/callflows/instances?tag=ward", HttpStatusCode.BadRequest)]
    [InlineData("/callflows/instances?tag=ward:3&tag=ward:4", HttpStatusCode.BadRequest)]
    [InlineData("/callflows/instances/unknown", HttpStatusCode.NotFound)]
    [InlineData("/callflows/instances/unknown/history", HttpStatusCode.NotFound)]
    [InlineData("/callflows/instances/unknown/history?payloadBytes=-1", HttpStatusCode.BadRequest)]
    [InlineData("/callflows/instances/unknown/history?pagesize=0", HttpStatusCode.BadRequest)]
    [InlineData("/callflows/instances/unknown/transcript", HttpStatusCode.NotFound)]
    public async Task Question_ThatCantBeAnswered_SaysWhy(string path, HttpStatusCode status)
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);

        HttpResponseMessage answer = await server.GetAsync(path);

        answer.StatusCode.Should().Be(status);
        (await answer.JsonAsync()).GetProperty("detail").GetString().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task Output_IsShownWithMaskedNumbers_UnlessTheCallerHasTheKey()
    {
        await using FlowServer open = await FlowServer.StartAsync(Flows);
        await using FlowServer keyed = await FlowServer.StartAsync(Flows, ("Management:Key", Key));
        foreach (FlowServer server in new[] { open, keyed })
        {
            server.Http.DefaultRequestHeaders.Add("x-callflows-key", Key);
            await StartErrandAsync(server);
            await server.PostAsync("/callflows/instances/errand-1/signals/Done", """{"by":"Ann"}""");
            await server.OutputAsync("errand-1");
        }

        JsonElement masked = await open.GetAsync("/callflows/instances/errand-1").JsonAsync();
        JsonElement whole = await keyed.GetAsync("/callflows/instances/errand-1").JsonAsync();

        masked.GetProperty("output").GetProperty("result").GetString().Should().Be("buy milk for +1425•••0101 by Ann");
        whole.GetProperty("output").GetProperty("result").GetString().Should().Be("buy milk for +14255550101 by Ann");
    }

    [Fact]
    public async Task Request_WithoutTheConfiguredKey_IsRefused()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows, ("Management:Key", Key));
        server.Logs.Clear();

        HttpResponseMessage none = await server.GetAsync("/callflows/instances");
        HttpResponseMessage wrong = await server.GetAsync("/callflows/instances?key=a-key-for-something-else");
        HttpResponseMessage right = await server.GetAsync($"/callflows/instances?key={Key}");

        none.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        wrong.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        right.StatusCode.Should().Be(HttpStatusCode.OK);
        server.Logs.FromFlows.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("X-Forwarded-Port", "443")]
    [InlineData("Origin", "https://elsewhere.test")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Host", "phone.test")]
    public async Task Request_ThatOnlySeemsLocal_IsRefused(string header, string value)
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);

        HttpResponseMessage answer = await server.PostAsync("/callflows/flows/ErrandFlow", "{}", (header, value));

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        server.Engine.Writes.Should().Be(0);
    }

    [Fact]
    public async Task Request_AsAProxyOfAnotherAgePassesItOn_IsRefused()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        HttpRequestMessage request = new(HttpMethod.Get, "/callflows/instances") { Version = HttpVersion.Version10 };

        HttpResponseMessage answer = await server.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("Origin", "http://localhost:3000")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    public async Task Request_OfABrowserOnThisMachine_IsTaken(string header, string value)
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        HttpRequestMessage request = new(HttpMethod.Get, "/callflows/instances");
        request.Headers.Add(header, value);

        HttpResponseMessage answer = await server.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Transcript_WhileTheCallGoesOn_ShowsWhatWasSaid()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        CallActionRequest answering = await server.RingAsync();
        await server.PostCallbackAsync(answering.InstanceId, CallbackBodies.Of(CallbackBodies.Event("CallConnected", answering)));
        CallActionRequest playing = await server.Gateway.NextAsync<Play>();
        await server.PostCallbackAsync(answering.InstanceId, CallbackBodies.Of(CallbackBodies.Event("PlayCompleted", playing)));
        await server.Gateway.NextAsync<HangUpCall>();

        HttpResponseMessage answer = await server.GetAsync($"/callflows/instances/{answering.InstanceId}/transcript");

        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        string[] lines = (await answer.TextAsync()).Split('\n');
        lines[0].Should().Be($"AnsweringLine {answering.InstanceId} (running)");
        lines[2].Should().Be("Call 1, inbound, +1425•••0101 -> +1425•••0199, 2026-03-02 UTC");
        lines[3].Should().Be("09:00:00  service +1425•••0101 calls +1425•••0199");
        lines[4].Should().Be("09:00:00  service connected");
        lines[5].Should().StartWith("09:00:00  flow    ").And.Contain("Welcome to Contoso.");
    }

    [Fact]
    public async Task Transcript_OfACallThatHasEnded_IsGivenAsJsonWhenAskedFor()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        CallActionRequest answering = await server.RingAsync();
        await server.PostCallbackAsync(answering.InstanceId, CallbackBodies.Of(
            CallbackBodies.Event("CallConnected", answering), CallbackBodies.Event("CallDisconnected")));
        await server.OutputAsync(answering.InstanceId);
        HttpRequestMessage request = new(HttpMethod.Get, $"/callflows/instances/{answering.InstanceId}/transcript");
        request.Headers.Accept.ParseAdd("text/html, application/json;q=0.9, */*;q=0.1");

        JsonElement transcript = await server.SendAsync(request).JsonAsync();

        JsonElement call = transcript.GetProperty("calls")[0];
        call.GetProperty("entries").EnumerateArray().Last().GetProperty("text").GetString().Should().Be("hangs up");
        transcript.GetRawText().Should().NotContain("+14255550101");
    }
}
