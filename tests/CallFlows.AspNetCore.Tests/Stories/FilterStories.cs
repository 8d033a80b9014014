using System.Net;
using System.Text.Json;
using CallFlows.Actions;
using CallFlows.AspNetCore.Tests.Server;
using CallFlows.Durable;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.AspNetCore.Tests.Stories;

public sealed class FilterStories
{
    private sealed class WaitingFlow : CallFlow<int, int>
    {
        protected override Task<int> RunAsync(FlowContext flow, int input) => flow.WaitForSignalAsync<int>("Go");
    }

    private sealed class AnsweringLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming) => await incoming.AnswerAsync();
    }

    private static void Flows(CallFlowsBuilder flows) => flows.Add<WaitingFlow, int, int>().Add<AnsweringLine>(when => when.Otherwise());

    private static Task<HttpResponseMessage> StartAsync(FlowServer server, string id) =>
        server.PostAsync($"/callflows/flows/{nameof(WaitingFlow)}?id={id}", "1");

    private static Task StartAsync(FlowServer server, string id, params (string Name, string Value)[] tags) =>
        server.Services.GetRequiredService<CallFlowClient>().StartAsync<WaitingFlow, int, int>(
            1, id, new StartOptions { Tags = tags.ToDictionary(tag => tag.Name, tag => tag.Value) });

    private static async Task<IReadOnlyList<string>> IdsAsync(FlowServer server, string query) =>
        (await server.GetAsync($"/callflows/instances?{query}").JsonAsync()).Ids();

    [Theory]
    [InlineData("status=running", "waiting")]
    [InlineData("status=Completed", "done")]
    [InlineData("status=completed,terminated", "ended", "done")]
    [InlineData("status=completed&status=running", "done", "waiting")]
    [InlineData("status=failed")]
    public async Task Instances_OfAStatus_AreFound(string query, params string[] expected)
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await StartAsync(server, "waiting");
        await StartAsync(server, "done");
        await StartAsync(server, "ended");
        await server.PostAsync("/callflows/instances/done/signals/Go", "2");
        await server.OutputAsync("done");
        await server.TerminateAsync("ended");

        (await IdsAsync(server, query)).Should().Equal(expected);
    }

    [Theory]
    [InlineData("createdFrom=2026-03-02T10:00:00Z", "third", "second")]
    [InlineData("createdTo=2026-03-02T10:00:00Z", "first")]
    [InlineData("createdFrom=2026-03-02T10:00&createdTo=2026-03-02T11:00", "second")]
    [InlineData("createdFrom=2026-03-02T12:00:00+01:00", "third")]
    [InlineData("createdFrom=2026-03-03")]
    public async Task Instances_OfATime_AreFound(string query, params string[] expected)
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        foreach ((string id, int hours) in new[] { ("first", 0), ("second", 1), ("third", 2) })
        {
            server.Clock.Shown = FixedTime.Now.AddHours(hours);
            await StartAsync(server, id);
        }

        (await IdsAsync(server, query)).Should().Equal(expected);
    }

    [Theory]
    [InlineData("caller=+14255550101", true)]
    [InlineData("caller=%2B14255550101", true)]
    [InlineData("caller=4:%2B14255550101", true)]
    [InlineData("caller=%2B14255550102", false)]
    [InlineData("called=%2B14255550199", true)]
    [InlineData("called=%2B14255550101", false)]
    [InlineData("caller=8:acs:someone", false)]
    public async Task Instances_OfACall_AreFoundByItsParties(string query, bool found)
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        CallActionRequest answering = await server.RingAsync();

        IReadOnlyList<string> ids = await IdsAsync(server, query);

        ids.Should().Equal(found ? [answering.InstanceId] : []);
    }

    [Fact]
    public async Task Instances_WithAllTagsAskedFor_AreFound()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        await StartAsync(server, "one", ("ward", "3"), ("url", "a:b"));
        await StartAsync(server, "two", ("ward", "3"));

        (await IdsAsync(server, "tag=ward:3")).Should().Equal("two", "one");
        (await IdsAsync(server, "tag=ward:3&tag=url:a:b")).Should().Equal("one");
        (await IdsAsync(server, "tag=ward:4")).Should().BeEmpty();
    }

    [Fact]
    public async Task Tags_OfACall_AreShownMasked()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);
        CallActionRequest answering = await server.RingAsync();

        JsonElement shown = await server.GetAsync($"/callflows/instances/{answering.InstanceId}").JsonAsync();

        shown.GetProperty("tags").GetProperty("caller").GetString().Should().Be("4:+1425•••0101");
        shown.GetProperty("version").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Instances_OfAVersion_AreFoundOverPages()
    {
        await using FlowServer server = FlowServer.Build(Flows, []);
        server.Services.GetRequiredService<DurableRegistry>().AddOrchestrator(
            nameof(WaitingFlow), async context => await context.WaitForExternalEventAsync("Go"), version: 2);
        await server.StartAsync();
        foreach (int number in Enumerable.Range(1, 7))
        {
            StartOptions options = new() { Version = number is 1 or 4 or 6 ? 1 : 2 };
            await server.Engine.StartIfAbsentAsync(nameof(WaitingFlow), $"flow-{number}", Payload.From(1), options);
        }

        JsonElement first = await server.GetAsync("/callflows/instances?version=1&pageSize=2").JsonAsync();
        string token = first.GetProperty("continuationToken").GetString()!;
        JsonElement second = await server.GetAsync($"/callflows/instances?version=1&pageSize=2&continuationToken={token}").JsonAsync();

        first.Ids().Should().Equal("flow-6", "flow-4");
        second.Ids().Should().Equal("flow-1");
        second.TryGetProperty("continuationToken", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Question_WithAMisspeltFilter_NamesTheOnesThereAre()
    {
        await using FlowServer server = await FlowServer.StartAsync(Flows);

        HttpResponseMessage answer = await server.GetAsync("/callflows/instances?stauts=failed");

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.ProblemAsync()).Should().ContainAll("'stauts'", "status, flow, createdFrom");
    }
}
