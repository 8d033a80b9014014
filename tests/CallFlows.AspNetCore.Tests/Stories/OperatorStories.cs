using System.Net;
using System.Text.Json;
using CallFlows.AspNetCore.Tests.Server;
using CallFlows.Durable;
using CallFlows.Flows;
using CallFlows.Flows.Registration;

namespace CallFlows.AspNetCore.Tests.Stories;

public sealed class OperatorStories
{
    private const string Instance = "/callflows/instances/flow-1";

    private sealed class EchoFlow : CallFlow<int, string>
    {
        protected override Task<string> RunAsync(FlowContext flow, int input) => flow.WaitForSignalAsync<string>("Say");
    }

    private static void Flows(CallFlowsBuilder flows) => flows.Add<EchoFlow, int, string>();

    private static async Task<FlowServer> StartWithAFlowAsync()
    {
        FlowServer server = await FlowServer.StartAsync(Flows);
        await server.PostAsync($"/callflows/flows/{nameof(EchoFlow)}?id=flow-1", "1");
        return server;
    }

    [Fact]
    public async Task Flow_Suspended_GoesOnOnlyWhenResumed()
    {
        await using FlowServer server = await StartWithAFlowAsync();

        JsonElement suspended = await server.PostAsync($"{Instance}/suspend", """{"reason":"the line is being repaired"}""").JsonAsync();
        await server.PostAsync($"{Instance}/signals/Say", "\"hello\"");
        JsonElement held = await server.GetAsync(Instance).JsonAsync();
        HttpResponseMessage resumed = await server.PostAsync($"{Instance}/resume", "");

        suspended.GetProperty("status").GetString().Should().Be("suspended");
        held.GetProperty("status").GetString().Should().Be("suspended");
        resumed.StatusCode.Should().Be(HttpStatusCode.OK);
        (await server.OutputAsync("flow-1")).Result.To<string>().Should().Be("hello");
    }

    [Fact]
    public async Task Flow_SuspendedForAReason_KeepsItInItsHistory()
    {
        await using FlowServer server = await StartWithAFlowAsync();
        await server.PostAsync($"{Instance}/suspend", """{"reason":"ask +14255550101"}""");

        JsonElement history = await server.GetAsync($"{Instance}/history").JsonAsync();

        JsonElement held = history.GetProperty("events").EnumerateArray().Last();
        held.GetProperty("type").GetString().Should().Be("executionSuspended");
        held.GetProperty("reason").GetString().Should().Be("ask +1425•••0101");
    }

    [Theory]
    [InlineData("""{"reason":"the caller asked for it"}""", """{"reason":"the caller asked for it"}""", "ended by an operator: the caller asked for it")]
    [InlineData("""{"output":[1,2]}""", "[1,2]", "ended by an operator")]
    [InlineData("""{"output":{"reason":7}}""", """{"reason":7}""", "ended by an operator")]
    [InlineData("", null, "ended by an operator")]
    public async Task Flow_Terminated_LeavesWhatTheOperatorGives(string body, string? output, string outcome)
    {
        await using FlowServer server = await StartWithAFlowAsync();

        JsonElement ended = await server.PostAsync($"{Instance}/terminate", body).JsonAsync();

        ended.GetProperty("status").GetString().Should().Be("terminated");
        ended.GetProperty("outcome").GetString().Should().Be(outcome);
        (ended.TryGetProperty("output", out JsonElement left) ? left.GetRawText() : null).Should().Be(output);
        (await server.Engine.GetAsync("flow-1"))!.Status.Should().Be(OrchestrationStatus.Terminated);
    }

    [Theory]
    [InlineData("suspend", "is terminated, so it can't be suspended")]
    [InlineData("resume", "is terminated, so it can't be resumed")]
    [InlineData("terminate", "is terminated, so it can't be terminated")]
    public async Task Change_OfAFlowThatHasEnded_IsRefusedWithWhereItStands(string change, string reason)
    {
        await using FlowServer server = await StartWithAFlowAsync();
        await server.TerminateAsync("flow-1");

        HttpResponseMessage answer = await server.PostAsync($"{Instance}/{change}", "");

        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await answer.ProblemAsync()).Should().Contain(reason);
    }

    [Fact]
    public async Task Resume_OfAFlowThatRuns_IsRefused()
    {
        await using FlowServer server = await StartWithAFlowAsync();

        HttpResponseMessage answer = await server.PostAsync($"{Instance}/resume", "");

        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await answer.ProblemAsync()).Should().Contain("is running");
    }

    [Theory]
    [InlineData("suspend")]
    [InlineData("resume")]
    [InlineData("terminate")]
    public async Task Change_OfAnUnknownFlow_IsNotFound(string change)
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);

        HttpResponseMessage answer = await server.PostAsync($"{Instance}/{change}", "");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.ProblemAsync()).Should().Contain("'flow-1'");
    }

    [Theory]
    [InlineData("suspend", """{"raeson":"typing"}""", "$.raeson")]
    [InlineData("suspend", """{"reason":7}""", "$.reason")]
    [InlineData("suspend", "[]", "\"reason\"")]
    [InlineData("resume", """{"reason":" "}""", "1 to 1000 characters")]
    [InlineData("terminate", """{"reason":"a","output":1}""", "not both")]
    [InlineData("terminate", "{", "not JSON")]
    public async Task Change_WithABodyThatCantBeUnderstood_IsRefusedAndChangesNothing(string change, string body, string reason)
    {
        await using FlowServer server = await StartWithAFlowAsync();
        int writes = server.Engine.Writes;

        HttpResponseMessage answer = await server.PostAsync($"{Instance}/{change}", body);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.ProblemAsync()).Should().Contain(reason);
        server.Engine.Writes.Should().Be(writes);
    }

    [Fact]
    public async Task Change_ThatCantBeStored_IsAskedForAgain()
    {
        await using FlowServer server = await StartWithAFlowAsync();
        server.Engine.Failure = new IOException("The disk is full.");

        HttpResponseMessage answer = await server.PostAsync($"{Instance}/suspend", "");

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData("POST", "/suspend")]
    [InlineData("POST", "/resume")]
    [InlineData("POST", "/terminate")]
    [InlineData("DELETE", "")]
    [InlineData("GET", "/history")]
    public async Task Operator_BehindAProxy_IsRefusedWithoutAKey(string method, string path)
    {
        await using FlowServer server = await StartWithAFlowAsync();
        int writes = server.Engine.Writes;
        foreach (string header in new[] { "X-Forwarded-For", "X-Real-IP", "Via" })
        {
            HttpRequestMessage request = new(HttpMethod.Parse(method), $"{Instance}{path}");
            request.Headers.Add(header, header == "Via" ? "1.1 proxy" : "203.0.113.7");

            (await server.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Unauthorized, header);
        }

        server.Engine.Writes.Should().Be(writes);
    }

    [Fact]
    public async Task Change_ByAnOperator_IsLoggedWithoutItsReason()
    {
        await using FlowServer server = await StartWithAFlowAsync();
        server.Logs.Clear();

        await server.PostAsync($"{Instance}/terminate", """{"reason":"ask +14255550101"}""");

        server.Logs.FromFlows.Should().ContainSingle().Which.Text.Should().Be("An operator has terminated flow-1");
    }
}
