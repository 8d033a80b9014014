using System.Runtime.CompilerServices;
using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Embedded;

/// <summary>Code that can't be replayed is stopped, and its line is named.</summary>
public sealed class IllegalCodeTests : EmbeddedEngineTest
{
    private int _line;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Await_OfATaskOnTheThreadPool_FailsWithItsLine(bool drop)
    {
        using ManualResetEventSlim gate = new();
        Orchestrator("flow", async context =>
        {
            Task<Payload> tone = context.WaitForExternalEventAsync("tone");
            Task<int> foreign = Task.Run(() =>
            {
                gate.Wait(Guard);
                return 1;
            });
            int got = Here() + await foreign;
            return got + (await tone).To<int>();
        });
        await StartEngineAsync(new EngineOptions { DropAfterEveryEvent = drop });
        await StartFlowAsync();

        gate.Set();

        await AssertFailedAtLineAsync();
    }

    [Fact]
    public async Task Await_OfAForeignTaskInANestedMethod_FailsWithTheInnerLine()
    {
        TaskCompletionSource foreign = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Orchestrator("flow", async context =>
        {
            Task<Payload> tone = context.WaitForExternalEventAsync("tone");
            await OuterAsync(foreign.Task);
            return (await tone).To<int>();
        });
        await StartEngineAsync();
        await StartFlowAsync();

        foreign.SetResult();

        await AssertFailedAtLineAsync(offset: 1);
    }

    [Fact]
    public async Task Await_OfAForeignTaskWithNothingElsePending_FailsAtOnceWithItsLine()
    {
        TaskCompletionSource foreign = new();
        Orchestrator("flow", async _ =>
        {
            await OuterAsync(foreign.Task);
            return null;
        });
        await StartEngineAsync();

        await StartFlowAsync();

        await AssertFailedAtLineAsync(offset: 1);
    }

    [Fact]
    public async Task Await_OfTaskDelay_FailsWithItsLine()
    {
        Orchestrator("flow", async _ =>
        {
            Here();
            await Task.Delay(TimeSpan.FromHours(1));
            return null;
        });
        await StartEngineAsync();

        await StartFlowAsync();

        await AssertFailedAtLineAsync(offset: 1);
    }

    [Fact]
    public async Task ConfigureAwaitFalse_OnATaskOfTheContext_FailsWithItsLine()
    {
        Orchestrator("flow", async context => Here() + (await context.WaitForExternalEventAsync("tone").ConfigureAwait(false)).To<int>());
        await StartEngineAsync();
        await StartFlowAsync();

        await RaiseAsync("tone", 1);

        await AssertFailedAtLineAsync();
    }

    [Fact]
    public async Task ConfigureAwaitFalse_OnAMethodAboveAWhenAny_FailsWithItsLine()
    {
        Orchestrator("flow", async context => Here() + await FirstAsync(context).ConfigureAwait(false));
        await StartEngineAsync();
        await StartFlowAsync();

        await RaiseAsync("tone", 1);

        await AssertFailedAtLineAsync();

        static async Task<int> FirstAsync(OrchestrationContext context)
        {
            Task<Payload> first = await Task.WhenAny(
                context.WaitForExternalEventAsync("tone"), context.WaitForExternalEventAsync("other"));
            return (await first).To<int>();
        }
    }

    [Fact]
    public async Task Context_UsedOnAnotherThread_FailsWithTheLineOfTheCall()
    {
        Orchestrator("flow", async context =>
        {
            Task<Payload> tone = context.WaitForExternalEventAsync("tone");
            _ = Task.Run(() => Here() == 0 && context.NewGuid() == Guid.Empty);
            return (await tone).To<int>();
        });
        await StartEngineAsync();
        await StartFlowAsync();

        await AssertFailedAtLineAsync();
    }

    [Fact]
    public async Task Timer_CancelledFromOutside_Fails()
    {
        using CancellationTokenSource outside = new();
        Orchestrator("flow", async context =>
        {
            await context.CreateTimerAsync(context.CurrentUtcDateTime.AddDays(1), outside.Token);
            return null;
        });
        await StartEngineAsync();
        await StartFlowAsync();

        await outside.CancelAsync();

        (await FailureAsync()).Message.Should().Contain("cancelled from outside");
    }

    [Fact]
    public async Task Flow_ThatWaitsForATaskNobodyCompletes_Fails()
    {
        Orchestrator("flow", async context =>
        {
            await context.WaitForExternalEventAsync("tone");
            return await new TaskCompletionSource<object?>().Task;
        });
        await StartEngineAsync();
        await StartFlowAsync();
        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Running, "a wait for an event is a wait for something");

        await RaiseAsync("tone");

        FailureDetails failure = await FailureAsync();
        failure.ErrorType.Should().Be(typeof(IllegalOrchestratorCodeException).FullName);
        failure.Message.Should().Contain("IllegalCodeTests.cs:");
    }

    [Fact]
    public async Task Flow_WhoseClassUsesAClock_FailsWithAllFindingsBeforeItRuns()
    {
        bool ran = false;
        Orchestrator("flow", _ => Task.FromResult<object?>(ran = true), typeof(ClockFlow));
        await StartEngineAsync();

        await StartFlowAsync();

        FailureDetails failure = await FailureAsync();
        failure.ErrorType.Should().Be(typeof(IllegalOrchestratorCodeException).FullName);
        failure.Message.Should().Contain("DateTime.UtcNow").And.Contain("Guid.NewGuid").And.Contain("IllegalCodeTests.cs:");
        ran.Should().BeFalse();
    }

    [Fact]
    public async Task OtherInstances_GoOnWhenOneIsStopped()
    {
        Orchestrator("flow", async context =>
        {
            await (context.Input.To<bool>() ? Task.Delay(TimeSpan.FromHours(1)) : context.WaitForExternalEventAsync("tone"));
            return "fine";
        });
        await StartEngineAsync();
        await StartFlowAsync(false, "good");
        await StartFlowAsync(true, "bad");

        await RaiseAsync("tone", id: "good");

        (await StateAsync("good")).Status.Should().Be(OrchestrationStatus.Completed);
        (await StateAsync("bad")).Status.Should().Be(OrchestrationStatus.Failed);
    }

    private async Task OuterAsync(Task foreign)
    {
        await Task.Yield();
        await InnerAsync(foreign);
    }

    private async Task InnerAsync(Task foreign)
    {
        Here();
        await foreign;
    }

    /// <summary>Remembers the line it stands on; in a chain of methods the innermost is called last.</summary>
    private int Here([CallerLineNumber] int line = 0)
    {
        _line = line;
        return 0;
    }

    private async Task AssertFailedAtLineAsync(int offset = 0)
    {
        FailureDetails failure = await FailureAsync();
        failure.ErrorType.Should().Be(typeof(IllegalOrchestratorCodeException).FullName);
        failure.Message.Should().MatchRegex($@"IllegalCodeTests\.cs:{_line + offset}\b");
    }

    private sealed class ClockFlow
    {
        public static string When() => $"{DateTime.UtcNow} {Guid.NewGuid()}";
    }
}
