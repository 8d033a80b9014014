using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Embedded;

/// <summary>What is in memory, what is in flight, and how much of it.</summary>
public sealed class LiveExecutionTests : EmbeddedEngineTest
{
    private int _starts;

    [Fact]
    public async Task LiveExecution_TakesEventsWithoutReplay()
    {
        CountDigits();
        await StartEngineAsync();
        await StartFlowAsync(100);

        for (int i = 0; i < 100; i++)
        {
            await RaiseAsync("digit", 1);
        }

        (await StateAsync()).Output.To<int>().Should().Be(100);
        _starts.Should().Be(1, "code that is in memory starts once");
    }

    [Fact]
    public async Task DroppedExecution_IsRebuiltWhenSomethingHappensToIt()
    {
        CountDigits();
        await StartEngineAsync();
        await StartFlowAsync(2);
        await RaiseAsync("digit", 1);

        await Engine.DropLiveExecutionsAsync();
        Engine.Engine.LiveExecutionCount.Should().Be(0);
        await RaiseAsync("digit", 2);

        (await StateAsync()).Output.To<int>().Should().Be(3);
        _starts.Should().Be(2);
    }

    [Fact]
    public async Task WaitingExecutions_StayWithinTheBound()
    {
        CountDigits();
        await StartEngineAsync(new EngineOptions { MaxLiveExecutions = 5 });

        for (int i = 0; i < 20; i++)
        {
            await StartFlowAsync(1, $"i{i}");
        }

        Engine.Engine.LiveExecutionCount.Should().Be(5);
        await RaiseAsync("digit", 7, id: "i19");
        _starts.Should().Be(20, "the one used last is still in memory");
        await RaiseAsync("digit", 7, id: "i0");
        _starts.Should().Be(21, "the one used first is not");
    }

    [Fact]
    public async Task EndedExecution_LeavesMemory()
    {
        CountDigits();
        await StartEngineAsync();
        await StartFlowAsync(1);
        Engine.Engine.LiveExecutionCount.Should().Be(1);

        await RaiseAsync("digit", 1);

        Engine.Engine.LiveExecutionCount.Should().Be(0);
    }

    [Fact]
    public async Task Activities_RunAsManyAtOnceAsAllowed()
    {
        int running = 0;
        int most = 0;
        SemaphoreSlim entered = new(0);
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Registry.AddActivity("work", async (_, _) =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref running));
            entered.Release();
            await release.Task;
            Interlocked.Decrement(ref running);
            return Payload.Null;
        });
        Orchestrator("flow", async context =>
        {
            await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => context.CallActivityAsync("work", Payload.Null)));
            return "done";
        });
        await StartEngineAsync(new EngineOptions { MaxConcurrentActivities = 3 });
        await Client.StartIfAbsentAsync("flow", "one", Payload.Null);
        for (int i = 0; i < 3; i++)
        {
            (await entered.WaitAsync(Guard)).Should().BeTrue();
        }

        release.SetResult();
        await Engine.SettleAsync();

        (await StateAsync()).Output.To<string>().Should().Be("done");
        most.Should().Be(3);
    }

    [Fact]
    public async Task Hooks_AlternateAndCoverEveryCallUntilItsTurnHasEnded()
    {
        List<string> edges = [];
        CountDigits();
        EngineOptions options = new()
        {
            TimeProvider = Clock,
            OnBusy = () => edges.Add("busy"),
            OnIdle = () => edges.Add("idle"),
        };
        await using OrchestrationEngine engine = OrchestrationEngine.CreateInMemory(Registry, options);
        await engine.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(async () =>
        {
            await engine.StartIfAbsentAsync("flow", $"i{i}", Payload.From(1));
            await engine.RaiseEventAsync($"i{i}", "digit", "e1", Payload.From(i));
            await engine.WaitForCompletionAsync($"i{i}");
        }))).WaitAsync(Guard);
        await engine.StopAsync();

        edges.Where((edge, index) => edge != (index % 2 == 0 ? "busy" : "idle")).Should().BeEmpty();
        edges[^1].Should().Be("idle");
    }

    [Fact]
    public async Task Clock_TurnsADueTimerIntoWorkBeforeItsCallbackReturns()
    {
        bool busy = false;
        Orchestrator("flow", async context =>
        {
            await context.CreateTimerAsync(context.CurrentUtcDateTime.AddMinutes(1));
            return "fired";
        });
        TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
        EngineOptions options = new() { TimeProvider = Clock, OnBusy = () => busy = true, OnIdle = () => idle.TrySetResult() };
        await using OrchestrationEngine engine = OrchestrationEngine.CreateInMemory(Registry, options);
        await engine.StartAsync();
        await engine.StartIfAbsentAsync("flow", "one", Payload.Null);
        await idle.Task.WaitAsync(Guard);
        busy = false;

        Clock.MoveTo(Clock.NextDue!.Value);

        busy.Should().BeTrue();
        (await engine.WaitForCompletionAsync("one").WaitAsync(Guard)).Output.To<string>().Should().Be("fired");
    }

    [Fact]
    public async Task EndedInstance_LeavesNoTimerOnTheClock()
    {
        Orchestrator("flow", async context =>
        {
            await Task.WhenAny(
                context.CreateTimerAsync(context.CurrentUtcDateTime.AddDays(1)), context.WaitForExternalEventAsync("digit"));
            return null;
        });
        await StartEngineAsync();
        await StartFlowAsync();
        Clock.NextDue.Should().NotBeNull();

        await RaiseAsync("digit");

        Clock.NextDue.Should().BeNull();
    }

    [Fact]
    public async Task EventIds_BeyondTheWindow_AreForgottenAcrossContinueAsNew()
    {
        Orchestrator("flow", async context =>
        {
            int count = 0;
            while ((await context.WaitForExternalEventAsync("digit")).To<string>() != "again")
            {
                count++;
            }

            context.ContinueAsNew(Payload.Null);
            return count;
        });
        await StartEngineAsync(new EngineOptions { EventIdWindow = 2 });
        await StartFlowAsync();
        await RaiseAsync("digit", "x", "e1");
        await RaiseAsync("digit", "x", "e2");

        await RaiseAsync("digit", "again", "e3");

        (await Client.RaiseEventAsync("one", "digit", "e3", Payload.Null)).Should().Be(RaiseEventResult.Duplicate);
        (await Client.RaiseEventAsync("one", "digit", "e2", Payload.Null)).Should().Be(RaiseEventResult.Duplicate);
        (await Client.RaiseEventAsync("one", "digit", "e1", Payload.Null)).Should().Be(RaiseEventResult.Accepted);
    }

    private void CountDigits() => Orchestrator("flow", async context =>
    {
        Interlocked.Increment(ref _starts);
        int sum = 0;
        for (int i = 0; i < context.Input.To<int>(); i++)
        {
            sum += (await context.WaitForExternalEventAsync("digit")).To<int>();
        }

        return sum;
    });

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (value > seen && Interlocked.CompareExchange(ref target, value, seen) is var found && found != seen)
        {
            seen = found;
        }
    }
}
