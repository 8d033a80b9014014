using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Embedded;

/// <summary>Whoever paces activities says when they run, and an engine over kept storage goes on with those that never did.</summary>
public sealed class ActivityPacerTests
{
    private readonly DurableRegistry _registry = new DurableRegistry()
        .AddOrchestrator("flow", async context =>
        {
            Task<Payload> first = context.CallActivityAsync("work", Payload.From("first"));
            Task<Payload> second = context.CallActivityAsync("work", Payload.From("second"));
            return Payload.From($"{(await first).To<string>()}, {(await second).To<string>()}");
        })
        .AddActivity("work", (context, _) => Task.FromResult(Payload.From($"{context.Input.To<string>()}{(context.IsRedelivered ? " again" : "")}")));

    [Fact]
    public async Task Activities_HandedOver_RunWhenTheirPacerSays()
    {
        HoldingPacer pacer = new();
        await using OrchestrationEngine engine = OrchestrationEngine.CreateInMemory(_registry, new EngineOptions { ActivityPacer = pacer });
        await engine.StartAsync(TestContext.Current.CancellationToken);
        await engine.StartIfAbsentAsync("flow", "one", Payload.Null, cancellationToken: TestContext.Current.CancellationToken);
        await pacer.HasAsync(2);

        pacer.Held.Select(activity => activity.Context.Input.To<string>()).Should().Equal("first", "second");
        foreach (PacedActivity activity in pacer.Held)
        {
            await activity.RunAsync();
            activity.Complete();
        }

        OrchestrationState ended = await engine.WaitForCompletionAsync("one", TestContext.Current.CancellationToken);
        ended.Output.To<string>().Should().Be("first, second");
    }

    [Fact]
    public async Task NextEngine_OverTheSameStorage_RunsWhatWasNeverCompleted()
    {
        InMemoryStorage storage = new();
        HoldingPacer pacer = new();
        OrchestrationEngine lost = OrchestrationEngine.CreateInMemory(
            _registry, storage, new EngineOptions { ActivityPacer = pacer, ShutdownGrace = TimeSpan.Zero });
        await lost.StartAsync(TestContext.Current.CancellationToken);
        await lost.StartIfAbsentAsync("flow", "one", Payload.Null, cancellationToken: TestContext.Current.CancellationToken);
        await pacer.HasAsync(2);
        await pacer.Held[0].RunAsync();
        pacer.Held[0].Complete();
        await pacer.Held[1].RunAsync();
        await lost.DisposeAsync();

        await using OrchestrationEngine next = OrchestrationEngine.CreateInMemory(_registry, storage);
        await next.StartAsync(TestContext.Current.CancellationToken);

        OrchestrationState ended = await next.WaitForCompletionAsync("one", TestContext.Current.CancellationToken);
        ended.Output.To<string>().Should().Be("first, second again");
    }

    /// <summary>Keeps activities waiting.</summary>
    private sealed class HoldingPacer : ActivityPacer
    {
        private readonly SemaphoreSlim _came = new(0);
        private readonly List<PacedActivity> _held = [];

        public IReadOnlyList<PacedActivity> Held
        {
            get
            {
                lock (_held)
                {
                    return [.. _held];
                }
            }
        }

        public override void Start(PacedActivity activity)
        {
            lock (_held)
            {
                _held.Add(activity);
            }

            _came.Release();
        }

        public async Task HasAsync(int count)
        {
            for (int i = 0; i < count; i++)
            {
                (await _came.WaitAsync(TimeSpan.FromSeconds(60))).Should().BeTrue();
            }
        }
    }
}
