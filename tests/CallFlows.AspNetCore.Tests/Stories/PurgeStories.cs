using System.Net;
using System.Text.Json;
using CallFlows.Actions;
using CallFlows.AspNetCore.Tests.Server;
using CallFlows.Flows;
using CallFlows.Flows.Registration;

namespace CallFlows.AspNetCore.Tests.Stories;

public sealed class PurgeStories
{
    private sealed class WaitingFlow : CallFlow<int, int>
    {
        protected override Task<int> RunAsync(FlowContext flow, int input) => flow.WaitForSignalAsync<int>("Go");
    }

    private sealed class EndingFlow : CallFlow<int, int>
    {
        protected override Task<int> RunAsync(FlowContext flow, int input) =>
            input > 0 ? Task.FromResult(input) : throw new InvalidOperationException("A number above zero is needed.");
    }

    private sealed class AnsweringLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming) => await incoming.AnswerAsync();
    }

    private static void Flows(CallFlowsBuilder flows) =>
        flows.Add<WaitingFlow, int, int>().Add<EndingFlow, int, int>().Add<AnsweringLine>(when => when.Otherwise());

    private static async Task RunAsync<TFlow>(FlowServer server, string id, int input, DateTimeOffset? at = null)
        where TFlow : CallFlow<int, int>
    {
        server.Clock.Shown = at ?? FixedTime.Now;
        await server.PostAsync($"/callflows/flows/{typeof(TFlow).Name}?id={id}", $"{input}");
        if (typeof(TFlow) == typeof(EndingFlow))
        {
            await server.Engine.WaitForCompletionAsync(id).OrHang();
        }
    }

    private static async Task<IEnumerable<string>> LeftAsync(FlowServer server) => (await server.InstancesAsync()).Select(state => state.InstanceId);

    [Fact]
    public async Task Flow_ThatHasEnded_IsPurged()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await RunAsync<EndingFlow>(server, "ended", 1);

        JsonElement purged = await server.DeleteAsync("/callflows/instances/ended").JsonAsync();
        HttpResponseMessage again = await server.DeleteAsync("/callflows/instances/ended");

        purged.GetProperty("purged").GetInt32().Should().Be(1);
        again.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await server.InstancesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Flow_ThatGoesOn_IsNotPurged()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await RunAsync<WaitingFlow>(server, "waiting", 1);

        HttpResponseMessage answer = await server.DeleteAsync("/callflows/instances/waiting");

        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await answer.ProblemAsync()).Should().ContainAll("is running", "Terminate it first");
        (await LeftAsync(server)).Should().Equal("waiting");
    }

    [Fact]
    public async Task Transcript_OfAPurgedFlow_IsGone()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        CallActionRequest answering = await server.RingAsync();
        await server.TerminateAsync(answering.InstanceId);
        string transcript = $"/callflows/instances/{answering.InstanceId}/transcript";
        string before = await (await server.GetAsync(transcript)).TextAsync();

        await server.DeleteAsync($"/callflows/instances/{answering.InstanceId}");
        HttpResponseMessage gone = await server.GetAsync(transcript);
        server.Clock.Shown = FixedTime.Now.AddHours(1);
        await server.RingAsync();
        string anew = await (await server.GetAsync(transcript)).TextAsync();

        before.Should().Contain("09:00:00");
        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
        anew.Should().Contain("10:00:00").And.NotContain("09:00:00");
    }

    [Fact]
    public async Task Flows_ThatEndedBeforeATime_ArePurgedAndOthersStay()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await RunAsync<WaitingFlow>(server, "ended late", 1);
        await RunAsync<EndingFlow>(server, "old", 1);
        await RunAsync<EndingFlow>(server, "new", 1, FixedTime.Now.AddHours(2));
        await server.TerminateAsync("ended late");

        JsonElement answer = await server.PostAsync("/callflows/purge?endedBefore=2026-03-02T10:00:00Z", "").JsonAsync();

        answer.GetProperty("purged").GetInt32().Should().Be(1);
        answer.GetProperty("more").GetBoolean().Should().BeFalse();
        (await LeftAsync(server)).Should().Equal("new", "ended late");
    }

    [Theory]
    [InlineData("", "waiting", "failed")]
    [InlineData("&status=failed", "waiting", "completed", "other")]
    [InlineData("&status=completed,failed", "waiting", "other")]
    [InlineData("&flow=EndingFlow", "waiting", "failed", "other")]
    public async Task Flows_OfAStatusOrName_ArePurged(string query, params string[] left)
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await RunAsync<EndingFlow>(server, "failed", 0);
        await RunAsync<EndingFlow>(server, "completed", 1);
        await RunAsync<WaitingFlow>(server, "other", 1);
        await RunAsync<WaitingFlow>(server, "waiting", 1);
        await server.TerminateAsync("other");

        await server.PostAsync($"/callflows/purge?endedBefore=2026-03-02T10:00:00Z{query}", "");

        (await LeftAsync(server)).Should().BeEquivalentTo(left);
    }

    [Fact]
    public async Task Flows_MoreThanOneRequestMayPurge_ArePurgedByGoingOn()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        foreach (int number in Enumerable.Range(1, 5))
        {
            await RunAsync<EndingFlow>(server, $"flow-{number}", 1);
        }

        List<int> purged = [];
        string? token = "";
        while (token is not null)
        {
            JsonElement answer = await server.PostAsync($"/callflows/purge?endedBefore=2026-03-03&limit=2{token}", "").JsonAsync();
            purged.Add(answer.GetProperty("purged").GetInt32());
            answer.GetProperty("more").GetBoolean().Should().Be(answer.TryGetProperty("continuationToken", out JsonElement next));
            token = next.ValueKind == JsonValueKind.String ? $"&continuationToken={Uri.EscapeDataString(next.GetString()!)}" : null;
        }

        purged.Should().Equal(2, 2, 1);
        (await server.InstancesAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("", "endedBefore")]
    [InlineData("?endedBefore=", "endedBefore is empty")]
    [InlineData("?endedBefore=30d", "2026-03-02T09:00:00Z")]
    [InlineData("?endedBefore=2026-03-03&flwo=EndingFlow", "'flwo'")]
    [InlineData("?endedBefore=2026-03-03&flow=", "flow is empty")]
    [InlineData("?endedBefore=2026-03-03&status=running", "Only flows that have ended")]
    [InlineData("?endedBefore=2026-03-03&limit=1001", "1 to 1000")]
    public async Task Purge_ThatCantBeUnderstood_PurgesNothing(string query, string reason)
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await RunAsync<EndingFlow>(server, "ended", 1);

        HttpResponseMessage answer = await server.PostAsync($"/callflows/purge{query}", "");

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.ProblemAsync()).Should().Contain(reason);
        (await LeftAsync(server)).Should().Equal("ended");
    }
}
