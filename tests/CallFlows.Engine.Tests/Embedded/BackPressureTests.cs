using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Embedded;

/// <summary>An engine that has too much to do refuses new work, says so, and takes it again as soon as there is less.</summary>
public sealed class BackPressureTests : EmbeddedEngineTest
{
    private readonly FailingStore _store = new();

    public BackPressureTests() => Store = _store;

    [Fact]
    public async Task CallsUnderWay_BeyondTheBound_AreRefusedUntilSomeAreAnswered()
    {
        ListenForEver();
        await StartEngineAsync(new EngineOptions { MaxConcurrentClientCalls = 2 });
        await StartFlowAsync(id: "waits");
        _store.HoldCommits();
        Task<bool> first = Client.StartIfAbsentAsync("flow", "first", Payload.Null);
        Task<RaiseEventResult> second = Client.RaiseEventAsync("waits", "tone", "e1", Payload.Null);

        await RefusedAsync(() => Client.StartIfAbsentAsync("flow", "third", Payload.Null), nameof(EngineOptions.MaxConcurrentClientCalls));
        await RefusedAsync(() => Client.RaiseEventAsync("waits", "tone", "e2", Payload.Null), nameof(EngineOptions.MaxConcurrentClientCalls));
        _store.ReleaseCommits();

        (await first.WaitAsync(Guard)).Should().BeTrue();
        (await second.WaitAsync(Guard)).Should().Be(RaiseEventResult.Accepted);
        (await Client.GetAsync("third")).Should().BeNull();
        await RaiseAsync("tone", eventId: "e2", id: "waits");
    }

    [Fact]
    public async Task CallsUnderWay_WhoseCallersHaveGivenUp_StillCount()
    {
        ListenForEver();
        await StartEngineAsync(new EngineOptions { MaxConcurrentClientCalls = 1 });
        _store.HoldCommits();
        using CancellationTokenSource giveUp = new();
        Task<bool> given = Client.StartIfAbsentAsync("flow", "given up", Payload.Null, cancellationToken: giveUp.Token);
        await giveUp.CancelAsync();
        await FluentActions.Awaiting(() => given).Should().ThrowAsync<OperationCanceledException>();

        await RefusedAsync(() => Client.StartIfAbsentAsync("flow", "next", Payload.Null), nameof(EngineOptions.MaxConcurrentClientCalls));
        _store.ReleaseCommits();
        await Engine.SettleAsync();

        (await Client.StartIfAbsentAsync("flow", "next", Payload.Null)).Should().BeTrue();
    }

    [Fact]
    public async Task Calls_ThatAreRefusedForWhatTheyAre_LeaveRoomForOthers()
    {
        ListenForEver();
        await StartEngineAsync(new EngineOptions { MaxConcurrentClientCalls = 1 });
        for (int i = 0; i < 3; i++)
        {
            await FluentActions.Awaiting(() => Client.StartIfAbsentAsync("flow", "", Payload.Null)).Should().ThrowAsync<ArgumentException>();
            _store.FailBefore = 1;
            await FluentActions.Awaiting(() => Client.StartIfAbsentAsync("flow", "one", Payload.Null)).Should().ThrowAsync<IOException>();
        }

        await StartFlowAsync();
    }

    [Fact]
    public async Task Operators_AreLetThroughHoweverBusyTheEngineIs()
    {
        ListenForEver();
        await StartEngineAsync(new EngineOptions { MaxConcurrentClientCalls = 1, MaxWaitingEvents = 1 });
        await StartFlowAsync(id: "busy");
        await StartFlowAsync(id: "idle");
        await StartFlowAsync(id: "ended");
        await Client.TerminateAsync("ended");
        _store.HoldCommits();
        Task raised = Client.RaiseEventAsync("busy", "tone", "e1", Payload.Null);
        await RefusedAsync(() => Client.RaiseEventAsync("busy", "tone", "e2", Payload.Null), nameof(EngineOptions.MaxConcurrentClientCalls));

        Task<bool> suspended = Client.SuspendAsync("busy");
        Task<bool> resumed = Client.ResumeAsync("busy");
        Task<bool> terminated = Client.TerminateAsync("busy");
        Task<bool> other = Client.TerminateAsync("idle");
        Task<bool> purged = Client.PurgeAsync("ended");
        _store.ReleaseCommits();

        (await Task.WhenAll(suspended, resumed, terminated, other, purged).WaitAsync(Guard)).Should().AllBeEquivalentTo(true);
        await raised;
    }

    [Fact]
    public async Task EventsOfOneInstance_BeyondTheBound_AreRefused_AndOthersAreNot()
    {
        ListenForEver();
        await StartEngineAsync(new EngineOptions { MaxWaitingEvents = 3 });
        await StartFlowAsync(id: "busy");
        await StartFlowAsync(id: "idle");
        _store.HoldCommits();
        Task<RaiseEventResult> running = Client.RaiseEventAsync("busy", "tone", "e0", Payload.Null);
        await _store.CommitHeldAsync().WaitAsync(Guard);
        Task<RaiseEventResult>[] waiting = [.. Enumerable.Range(1, 3).Select(i => Client.RaiseEventAsync("busy", "tone", $"e{i}", Payload.Null))];

        string message = await RefusedAsync(() => Client.RaiseEventAsync("busy", "tone", "e4", Payload.Null), nameof(EngineOptions.MaxWaitingEvents));
        message.Should().Contain("'busy'").And.Contain("3");
        Task<RaiseEventResult> elsewhere = Client.RaiseEventAsync("idle", "tone", "e4", Payload.Null);
        _store.ReleaseCommits();

        (await Task.WhenAll([running, elsewhere, .. waiting]).WaitAsync(Guard)).Should().AllBeEquivalentTo(RaiseEventResult.Accepted);
        await RaiseAsync("tone", eventId: "e4", id: "busy");
    }

    [Fact]
    public async Task ActivitiesInLine_BeyondTheBound_KeepNewWorkOutUntilTheyHaveRun()
    {
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Registry.AddActivity("work", async (context, _) =>
        {
            await release.Task;
            return context.Input;
        });
        Orchestrator("flow", async context =>
        {
            Payload[] done = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => context.CallActivityAsync("work", Payload.From(i))));
            return done.Length;
        });
        await StartEngineAsync(new EngineOptions { MaxConcurrentActivities = 1, MaxWaitingActivities = 3 });
        (await Client.StartIfAbsentAsync("flow", "one", Payload.Null)).Should().BeTrue();

        await RefusedAsync(() => Client.StartIfAbsentAsync("flow", "two", Payload.Null), nameof(EngineOptions.MaxWaitingActivities));
        release.SetResult();
        await Engine.SettleAsync();

        (await StateAsync()).Output.To<int>().Should().Be(4, "what flows schedule is taken all the same");
        await StartFlowAsync(id: "two");
    }

    private static async Task<string> RefusedAsync(Func<Task> call, string option)
    {
        string message = (await call.Should().ThrowAsync<EngineBusyException>()).Which.Message;
        message.Should().Contain($"EngineOptions.{option}").And.Contain("try again");
        return message;
    }

    private void ListenForEver() => Orchestrator("flow", async context =>
    {
        while (true)
        {
            await context.WaitForExternalEventAsync("tone");
        }
    });
}
