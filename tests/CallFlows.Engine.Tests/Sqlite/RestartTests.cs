using System.Collections.Concurrent;
using CallFlows.Durable;
using CallFlows.Engine.Store;
using CallFlows.Engine.Tests.Conformance;
using CallFlows.Engine.Tests.Embedded;
using CallFlows.Engine.Tests.Time;

namespace CallFlows.Engine.Tests.Sqlite;

/// <summary>What the next engine finds in the file that another one left: closed in order, or killed.</summary>
public sealed class RestartTests : IAsyncDisposable
{
    private readonly StoreFile _file = new();
    private readonly List<IAsyncDisposable> _engines = [];
    private readonly List<StoreFile> _copies = [];
    private readonly ManualTimeProvider _clock = new();
    private readonly DurableRegistry _registry = new();

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable engine in _engines)
        {
            await engine.DisposeAsync();
        }

        _copies.ForEach(copy => copy.Dispose());
        _file.Dispose();
    }

    [Fact]
    public async Task ClosedFile_GoesOnWhereItStood()
    {
        _registry.AddOrchestrator("flow", TwoTonesAndAnHour);
        EmbeddedEngineUnderTest first = await StartAsync(_file);
        await first.Client.StartIfAbsentAsync("flow", "one", Payload.From("in"), new StartOptions { Tags = Caller("+14255550100") });
        await first.Client.RaiseEventAsync("one", "tone", "e1", Payload.From("a"));
        await first.SettleAsync();
        await first.DisposeAsync();

        EmbeddedEngineUnderTest second = await StartAsync(_file);
        (await second.Client.RaiseEventAsync("one", "tone", "e1", Payload.From("a"))).Should().Be(RaiseEventResult.Duplicate);
        await second.Client.RaiseEventAsync("one", "tone", "e2", Payload.From("b"));
        await second.AdvanceAsync(TimeSpan.FromHours(1));

        OrchestrationState state = (await second.Client.GetAsync("one"))!;
        state.Output.To<string>().Should().Be("ab");
        state.Input.To<string>().Should().Be("in");
        state.Tags.Should().BeEquivalentTo(Caller("+14255550100"));
    }

    [Fact]
    public async Task KilledProcess_LosesNothingItAcknowledged()
    {
        _registry.AddOrchestrator("flow", TwoTonesAndAnHour);
        EmbeddedEngineUnderTest killed = await StartAsync(_file);
        await killed.Client.StartIfAbsentAsync("flow", "one", Payload.Null);
        await killed.Client.RaiseEventAsync("one", "tone", "e1", Payload.From("a"));
        await killed.Client.RaiseEventAsync("one", "tone", "e2", Payload.From("b"));
        StoreFile left = Kill();

        EmbeddedEngineUnderTest next = await StartAsync(left);
        _clock.MoveTo(_clock.GetUtcNow().AddHours(2));
        await next.SettleAsync();

        (await next.Client.GetAsync("one"))!.Output.To<string>().Should().Be("ab", "the timer fell due while nobody ran");
    }

    [Fact]
    public async Task KilledProcess_RunsTheActivityAgainUnderItsExecutionId()
    {
        ConcurrentQueue<string> runs = [];
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _registry.AddOrchestrator("flow", context => context.CallActivityAsync("charge", Payload.Null));
        _registry.AddActivity("charge", async (context, stopping) =>
        {
            runs.Enqueue(context.ExecutionId);
            if (runs.Count == 1)
            {
                reached.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, stopping);
            }

            return Payload.From("charged");
        });
        EmbeddedEngineUnderTest killed = await StartAsync(_file);
        await killed.Client.StartIfAbsentAsync("flow", "one", Payload.Null);
        await reached.Task;
        StoreFile left = Kill();

        EmbeddedEngineUnderTest next = await StartAsync(left);
        await next.SettleAsync();

        (await next.Client.GetAsync("one"))!.Output.To<string>().Should().Be("charged");
        runs.Should().Equal("one:1:1", "one:1:1");
    }

    [Fact]
    public async Task KilledWhileHeld_HandsTheWaitingEventsFromExecutionToExecution()
    {
        _registry.AddOrchestrator("flow", async context =>
        {
            string all = context.Input.To<string>() + (await context.WaitForExternalEventAsync("tone")).To<string>();
            if (all.Length < 3)
            {
                context.ContinueAsNew(Payload.From(all));
            }

            return Payload.From(all);
        });
        EmbeddedEngineUnderTest killed = await StartAsync(_file);
        await killed.Client.StartIfAbsentAsync("flow", "one", Payload.From(""));
        await killed.Client.SuspendAsync("one");
        await killed.Client.RaiseEventAsync("one", "tone", "e1", Payload.From("a"));
        await killed.Client.RaiseEventAsync("one", "tone", "e2", Payload.From("b+ü"));
        StoreFile left = Kill();

        EmbeddedEngineUnderTest next = await StartAsync(left, new EngineOptions { DropAfterEveryEvent = true });
        await next.Client.ResumeAsync("one");
        await next.SettleAsync();

        (await next.Client.GetAsync("one"))!.Output.To<string>().Should().Be("ab+ü");
    }

    [Fact]
    public async Task KilledBetweenParentAndChild_StartsTheChildOnce()
    {
        int started = 0;
        _registry.AddOrchestrator("flow", context => context.CallSubOrchestrationAsync("child", Payload.From("in")));
        _registry.AddOrchestrator("child", context =>
        {
            Interlocked.Increment(ref started);
            return context.WaitForExternalEventAsync("go");
        });
        await using (IOrchestrationStore store = _file.Store())
        {
            // The parent's commit is there, the child has not taken its message: as if the process ended in between.
            await store.OpenAsync(default);
            await HalfDone.ParentWithUnsentChildAsync(store, _clock.GetUtcNow());
        }

        EmbeddedEngineUnderTest next = await StartAsync(_file);
        await next.SettleAsync();
        await next.Client.RaiseEventAsync("one:1:1", "go", "e1", Payload.From("out"));
        await next.SettleAsync();

        started.Should().Be(1);
        (await next.Client.GetAsync("one"))!.Output.To<string>().Should().Be("out");
    }

    [Fact]
    public async Task WholeHistory_ComesBackAsItWas()
    {
        _registry.AddOrchestrator("flow", async context =>
        {
            context.SetCustomStatus(Payload.From("waiting"));
            await context.CallActivityAsync("fails", Payload.From(1), new ActivityOptions
            {
                Source = "Flow.cs:12",
                Retry = new RetryPolicy { MaxAttempts = 2 },
            });
            return Payload.Null;
        });
        _registry.AddActivity("fails", (_, _) => throw new InvalidOperationException("no \"luck\""));
        EmbeddedEngineUnderTest first = await StartAsync(_file);
        await first.Client.StartIfAbsentAsync("flow", "one", Payload.From("in"));
        await first.AdvanceAsync(TimeSpan.FromMinutes(1));
        string before = HistoryText.Of((await first.Engine.GetHistoryAsync("one"))!);
        OrchestrationState ended = (await first.Client.GetAsync("one"))!;
        await first.DisposeAsync();

        EmbeddedEngineUnderTest second = await StartAsync(_file);

        HistoryText.Of((await second.Engine.GetHistoryAsync("one"))!).Should().Be(before);
        (await second.Client.GetAsync("one")).Should().BeEquivalentTo(ended);
        ended.Failure!.Message.Should().Contain("no \"luck\"");
    }

    private static async Task<Payload> TwoTonesAndAnHour(OrchestrationContext context)
    {
        string first = (await context.WaitForExternalEventAsync("tone")).To<string>()!;
        string second = (await context.WaitForExternalEventAsync("tone")).To<string>()!;
        await context.CreateTimerAsync(context.CurrentUtcDateTime.AddHours(1));
        return Payload.From(first + second);
    }

    private static Dictionary<string, string> Caller(string number) => new() { ["caller"] = number };

    private StoreFile Kill()
    {
        StoreFile left = _file.CopyAsLeftByAKill();
        _copies.Add(left);
        return left;
    }

    private async Task<EmbeddedEngineUnderTest> StartAsync(StoreFile file, EngineOptions? options = null)
    {
        EmbeddedEngineUnderTest engine = await EmbeddedEngineUnderTest.StartAsync(_registry, options ?? new EngineOptions(), file.Store(), _clock);
        _engines.Add(engine);
        return engine;
    }
}
