using CallFlows.Durable;
using CallFlows.Engine;
using CallFlows.Functions.Durable;
using CallFlows.Functions.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Functions.Tests.Durable;

/// <summary>What the client does beyond the port's conformance.</summary>
public sealed class DurableFunctionsClientTests : IAsyncDisposable
{
    private readonly DurableRegistry _flows = new();
    private readonly DurableFunctionsClient _client;
    private readonly FunctionsTaskHub _hub;

    public DurableFunctionsClientTests()
    {
        _flows.AddOrchestrator("wait", async context => await context.WaitForExternalEventAsync("go"));
        _flows.AddOrchestrator("echo", context => Task.FromResult(context.Input));
        ServiceProvider app = new ServiceCollection()
            .AddLogging().AddSingleton(_flows).AddSingleton(TimeProvider.System).AddDurableFunctions()
            .BuildServiceProvider();
        _client = app.GetRequiredService<DurableFunctionsClient>();
        _hub = new FunctionsTaskHub(() => app, new EngineOptions());
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Start_BeforeTheHostHandedOverAClient_SaysWhereToStartFlows()
    {
        Func<Task> start = () => _client.StartIfAbsentAsync("echo", "one", Payload.Null);

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*function that runs*activity*");
    }

    [Fact]
    public async Task Start_OfAnIdThatHasEnded_StartsNothing()
    {
        await BeginAsync();
        (await _client.StartIfAbsentAsync("echo", "one", Payload.From(1))).Should().BeTrue();
        await _client.WaitForCompletionAsync("one");

        (await _client.StartIfAbsentAsync("echo", "one", Payload.From(2))).Should().BeFalse();

        (await _client.GetAsync("one"))!.Output.To<int>().Should().Be(1);
    }

    [Fact]
    public async Task Start_ManyAtOnce_OneOfThemStartsIt()
    {
        await BeginAsync();

        bool[] started = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _client.StartIfAbsentAsync("wait", "one", Payload.Null))));

        started.Count(one => one).Should().Be(1);
    }

    [Fact]
    public async Task Start_TellsTheTaskHubTheVersion()
    {
        _flows.AddOrchestrator("echo", context => Task.FromResult(context.Input), version: 3);
        await BeginAsync();

        await _client.StartIfAbsentAsync("echo", "new", Payload.Null);
        await _client.StartIfAbsentAsync("echo", "old", Payload.Null, new StartOptions { Version = 1 });

        _hub.Client.Starts.Select(start => start!.Version!.Value.Version).Should().Equal("3", "1");
        (await _client.GetAsync("old"))!.Version.Should().Be(1);
    }

    [Fact]
    public async Task Start_IdThatTheTaskHubDoesNotTake_IsRefused()
    {
        await BeginAsync();
        Func<Task> start = () => _client.StartIfAbsentAsync("echo", new string('x', 101), Payload.Null);

        (await start.Should().ThrowAsync<ArgumentException>()).WithMessage("*1 to 100 characters*");
    }

    [Fact]
    public async Task Query_InstancesOfOthers_AreNotTold()
    {
        await BeginAsync();
        await _hub.Client.ScheduleNewOrchestrationInstanceAsync(DurableNames.Orchestrator, "no flow's input", new("foreign"));
        await _client.StartIfAbsentAsync("wait", "ours", Payload.Null);

        (await _client.QueryAsync(new OrchestrationQuery())).Instances.Select(state => state.InstanceId).Should().Equal("ours");
        (await _client.GetAsync("foreign")).Should().BeNull();
    }

    [Fact]
    public async Task Query_ByNameAndTag_ReadsOnUntilThePageIsFull()
    {
        await BeginAsync();
        for (int i = 0; i < 30; i++)
        {
            StartOptions options = new() { Tags = new Dictionary<string, string> { ["team"] = i % 3 == 0 ? "red" : "blue" } };
            await _client.StartIfAbsentAsync(i % 2 == 0 ? "wait" : "echo", $"i-{i:D2}", Payload.Null, options);
        }

        List<string> found = [];
        OrchestrationQuery query = new() { Name = "wait", Tags = new Dictionary<string, string> { ["team"] = "red" }, PageSize = 2 };
        do
        {
            OrchestrationPage page = await _client.QueryAsync(query);
            page.Instances.Count.Should().BeLessThanOrEqualTo(2);
            found.AddRange(page.Instances.Select(state => state.InstanceId));
            query = query with { ContinuationToken = page.ContinuationToken };
        }
        while (query.ContinuationToken is not null);

        found.Should().BeEquivalentTo("i-00", "i-06", "i-12", "i-18", "i-24");
    }

    private async Task BeginAsync()
    {
        await _hub.Engine.StartAsync();
        _client.Use(_hub.Client);
    }
}
