using System.Collections.Concurrent;
using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Embedded;

/// <summary>What an engine keeps when it is replaced by another over the same store, and when the store fails.</summary>
public sealed class DurabilityTests : EmbeddedEngineTest
{
    [Fact]
    public async Task NextEngine_GoesOnWithWaitingInstances()
    {
        Orchestrator("flow", async context =>
        {
            string first = (await context.WaitForExternalEventAsync("tone")).To<string>()!;
            await context.CreateTimerAsync(context.CurrentUtcDateTime.AddHours(1));
            return first + (await context.WaitForExternalEventAsync("tone")).To<string>();
        });
        await StartEngineAsync();
        await StartFlowAsync();
        await RaiseAsync("tone", "a", "e1");
        await RaiseAsync("tone", "b", "e2");

        await ReplaceEngineAsync();
        (await Client.RaiseEventAsync("one", "tone", "e2", Payload.Null)).Should().Be(RaiseEventResult.Duplicate);
        await Engine.AdvanceAsync(TimeSpan.FromHours(1));

        (await StateAsync()).Output.To<string>().Should().Be("ab");
    }

    [Fact]
    public async Task NextEngine_FiresTimersThatFellDueMeanwhile()
    {
        Orchestrator("flow", async context =>
        {
            await context.CreateTimerAsync(context.CurrentUtcDateTime.AddHours(1));
            return "fired";
        });
        await StartEngineAsync();
        await StartFlowAsync();

        await Engine.Engine.StopAsync();
        Clock.MoveTo(Clock.GetUtcNow().AddHours(3));
        await StartEngineAsync();
        await Engine.SettleAsync();

        (await StateAsync()).Output.To<string>().Should().Be("fired");
    }

    [Fact]
    public async Task NextEngine_RunsCancelledActivitiesAgainUnderTheSameExecutionId()
    {
        ConcurrentQueue<string> ids = new();
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Registry.AddActivity("slow", async (context, stopping) =>
        {
            ids.Enqueue(context.ExecutionId);
            started.TrySetResult();
            if (ids.Count == 1)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, stopping);
            }

            return Payload.From("done");
        });
        Orchestrator("flow", async context => (await context.CallActivityAsync("slow", Payload.Null)).To<string>());
        await StartEngineAsync();
        await Client.StartIfAbsentAsync("flow", "one", Payload.Null);
        await started.Task.WaitAsync(Guard);

        await Engine.Engine.StopAsync(new CancellationToken(canceled: true));
        await StartEngineAsync();
        await Engine.SettleAsync();

        (await StateAsync()).Output.To<string>().Should().Be("done");
        ids.Should().HaveCount(2);
        ids.Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task NextEngine_MarksOnlyActivitiesOfTheStoreAsRedelivered()
    {
        ConcurrentQueue<(string Work, bool IsRedelivered)> runs = new();
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool isFirstEngine = true;
        Registry.AddActivity("work", async (context, stopping) =>
        {
            runs.Enqueue((context.Input.To<string>()!, context.IsRedelivered));
            if (isFirstEngine)
            {
                started.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, stopping);
            }

            return context.Input;
        });
        Orchestrator("flow", async context =>
        {
            await Task.WhenAll(
                context.CallActivityAsync("work", Payload.From("running")), context.CallActivityAsync("work", Payload.From("in line")));
            return (await context.CallActivityAsync("work", Payload.From("new"))).To<string>();
        });
        EngineOptions oneAtATime = new() { MaxConcurrentActivities = 1 };
        await StartEngineAsync(oneAtATime);
        await Client.StartIfAbsentAsync("flow", "one", Payload.Null);
        await started.Task.WaitAsync(Guard);
        await Engine.Engine.StopAsync(new CancellationToken(canceled: true));

        isFirstEngine = false;
        await StartEngineAsync(oneAtATime);
        await Engine.SettleAsync();

        (await StateAsync()).Output.To<string>().Should().Be("new");
        runs.Should().Equal(("running", false), ("running", true), ("in line", true), ("new", false));
    }

    [Fact]
    public async Task Stop_WaitsForRunningActivitiesAndKeepsTheirResults()
    {
        int runs = 0;
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Registry.AddActivity("slow", async (_, _) =>
        {
            Interlocked.Increment(ref runs);
            started.TrySetResult();
            await release.Task;
            return Payload.From("done");
        });
        Orchestrator("flow", async context => (await context.CallActivityAsync("slow", Payload.Null)).To<string>());
        await StartEngineAsync();
        await Client.StartIfAbsentAsync("flow", "one", Payload.Null);
        await started.Task.WaitAsync(Guard);

        Task stop = Engine.Engine.StopAsync();
        stop.IsCompleted.Should().BeFalse();
        release.SetResult();
        await stop.WaitAsync(Guard);

        await StartEngineAsync();
        await Engine.SettleAsync();
        (await StateAsync()).Output.To<string>().Should().Be("done");
        runs.Should().Be(1);
    }

    [Fact]
    public async Task StoppedEngine_RefusesCallsAndEndsWaits()
    {
        Orchestrator("flow", async context => (await context.WaitForExternalEventAsync("tone")).ToString());
        await StartEngineAsync();
        await StartFlowAsync();
        Task<OrchestrationState> wait = Client.WaitForCompletionAsync("one");

        await Engine.Engine.StopAsync();

        await FluentActions.Awaiting(() => wait).Should().ThrowAsync<ObjectDisposedException>();
        await FluentActions.Awaiting(() => Client.RaiseEventAsync("one", "tone", "e1", Payload.Null))
            .Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task Engine_NotStarted_RefusesCalls()
    {
        Orchestrator("flow", _ => Task.FromResult<object?>(null));
        await using OrchestrationEngine engine = OrchestrationEngine.CreateInMemory(Registry);

        await FluentActions.Awaiting(() => engine.StartIfAbsentAsync("flow", "one", Payload.Null))
            .Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task CommitFails_TheCallerIsToldAndCanTryAgain()
    {
        FailingStore store = new();
        Store = store;
        TakeTwoTones();
        await StartEngineAsync();
        await StartFlowAsync();
        store.FailBefore = 1;

        await FluentActions.Awaiting(() => Client.RaiseEventAsync("one", "tone", "e1", Payload.From("a")))
            .Should().ThrowAsync<IOException>();

        await RaiseAsync("tone", "a", "e1");
        await RaiseAsync("tone", "b", "e2");
        (await StateAsync()).Output.To<string>().Should().Be("ab");
    }

    [Fact]
    public async Task CommitTakesEffectButItsAnswerIsLost_TheCallSucceeds()
    {
        FailingStore store = new();
        Store = store;
        TakeTwoTones();
        await StartEngineAsync();
        await StartFlowAsync();
        store.FailAfter = 1;

        await RaiseAsync("tone", "a", "e1");
        await RaiseAsync("tone", "b", "e2");

        (await StateAsync()).Output.To<string>().Should().Be("ab");
    }

    [Fact]
    public async Task CommitTakesEffectButItsAnswerIsLost_WhatItScheduledRuns()
    {
        FailingStore store = new();
        Store = store;
        Activity("work", _ => 1);
        Orchestrator("child", _ => Task.FromResult<object?>(2));
        Orchestrator("flow", async context =>
        {
            await context.WaitForExternalEventAsync("tone");
            if (context.Input.IsNull)
            {
                context.ContinueAsNew(Payload.From(1));
                return null;
            }

            Task<Payload> work = context.CallActivityAsync("work", Payload.Null);
            Task<Payload> child = context.CallSubOrchestrationAsync("child", Payload.Null);
            await context.CreateTimerAsync(context.CurrentUtcDateTime.AddMinutes(1));
            return (await work).To<int>() + (await child).To<int>();
        });
        await StartEngineAsync();
        await StartFlowAsync();
        store.FailAfter = 1;
        await RaiseAsync("tone");
        store.FailAfter = 1;
        await RaiseAsync("tone");

        await Engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await StateAsync()).Output.To<int>().Should().Be(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CommitFails_ResultsOfActivitiesAreTakenInAgain(bool tookEffect)
    {
        FailingStore store = new();
        Store = store;
        int runs = 0;
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Registry.AddActivity("work", async (_, _) =>
        {
            await release.Task;
            return Payload.From(Interlocked.Increment(ref runs));
        });
        Orchestrator("flow", async context => (await context.CallActivityAsync("work", Payload.Null)).To<int>());
        await StartEngineAsync();
        await Client.StartIfAbsentAsync("flow", "one", Payload.Null);
        (store.FailBefore, store.FailAfter) = tookEffect ? (0, 1) : (1, 0);

        release.SetResult();
        await Engine.SettleAsync();

        (await StateAsync()).Output.To<int>().Should().Be(1);
        runs.Should().Be(1);
    }

    [Fact]
    public async Task OneEvent_IsOneCommit()
    {
        FailingStore store = new();
        Store = store;
        Orchestrator("flow", async context =>
        {
            while (true)
            {
                await context.WaitForExternalEventAsync("tone");
            }
        });
        await StartEngineAsync();
        await StartFlowAsync();
        int before = store.Commits;

        for (int i = 0; i < 10; i++)
        {
            await RaiseAsync("tone");
        }

        (store.Commits - before).Should().Be(10);
    }

    private void TakeTwoTones() => Orchestrator("flow", async context =>
    {
        string first = (await context.WaitForExternalEventAsync("tone")).To<string>()!;
        return first + (await context.WaitForExternalEventAsync("tone")).To<string>();
    });

    private async Task ReplaceEngineAsync()
    {
        await Engine.Engine.StopAsync();
        await StartEngineAsync();
        await Engine.SettleAsync();
    }
}
