using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Conformance;

/// <content>Timers and time.</content>
public abstract partial class OrchestrationEngineConformance
{
    [Fact]
    public async Task TimerAgainstEvent_EventFirst_EventWins()
    {
        WaitForToneOrTimeout();
        await StartFlowAsync();
        await Engine.AdvanceAsync(TimeSpan.FromSeconds(29));

        await RaiseAsync("tone", 5);

        (await ResultAsync<string>()).Should().Be("tone 5");
    }

    [Fact]
    public async Task TimerAgainstEvent_TimerFirst_TimerWins()
    {
        WaitForToneOrTimeout();
        await StartFlowAsync();

        await Engine.AdvanceAsync(TimeSpan.FromSeconds(30));

        (await ResultAsync<string>()).Should().Be("timeout");
    }

    [Fact]
    public async Task Timer_Cancelled_EndsAsCancelledAtOnce()
    {
        Orchestrator("flow", async context =>
        {
            using CancellationTokenSource giveUp = new();
            Task timer = context.CreateTimerAsync(context.CurrentUtcDateTime.AddDays(1), giveUp.Token);
            await context.WaitForExternalEventAsync("go");
            giveUp.Cancel();
            try
            {
                await timer;
                return "fired";
            }
            catch (OperationCanceledException)
            {
                return "cancelled";
            }
        });
        await StartFlowAsync();

        await RaiseAsync("go");

        (await ResultAsync<string>()).Should().Be("cancelled");
    }

    [Fact]
    public async Task Timer_CancelledWhileTheFlowGoesOn_DoesNotWakeIt()
    {
        Orchestrator("flow", async context =>
        {
            using CancellationTokenSource giveUp = new();
            Task first = context.CreateTimerAsync(context.CurrentUtcDateTime.AddHours(1), giveUp.Token);
            giveUp.Cancel();
            Task second = context.CreateTimerAsync(context.CurrentUtcDateTime.AddHours(2));
            Task winner = await Task.WhenAny(second, context.WaitForExternalEventAsync("never"));
            return $"{first.IsCanceled} {winner == second}";
        });
        await StartFlowAsync();

        await Engine.AdvanceAsync(TimeSpan.FromHours(1));
        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Running);
        await Engine.AdvanceAsync(TimeSpan.FromHours(1));

        (await ResultAsync<string>()).Should().Be("True True");
    }

    [Fact]
    public async Task Timer_InThePast_CompletesWithoutTimePassing()
    {
        Orchestrator("flow", async context =>
        {
            await context.CreateTimerAsync(context.CurrentUtcDateTime.AddDays(-1));
            return "done";
        });

        await StartFlowAsync();

        (await ResultAsync<string>()).Should().Be("done");
    }

    [Fact]
    public async Task Timer_OfTwoYears_Fires()
    {
        Orchestrator("flow", async context =>
        {
            await context.CreateTimerAsync(context.CurrentUtcDateTime.AddYears(2));
            return context.CurrentUtcDateTime;
        });
        await StartFlowAsync();
        DateTimeOffset started = Engine.Now;

        await Engine.AdvanceAsync(TimeSpan.FromDays(800));

        (await ResultAsync<DateTimeOffset>()).Should().Be(started.AddYears(2));
    }

    [Fact]
    public async Task Timers_SeveralAtOnce_FireInTheOrderTheyAreDue()
    {
        Orchestrator("flow", async context =>
        {
            List<string> order = [];
            DateTimeOffset start = context.CurrentUtcDateTime;
            async Task After(int minutes)
            {
                await context.CreateTimerAsync(start.AddMinutes(minutes));
                order.Add($"{minutes}@{(context.CurrentUtcDateTime - start).TotalMinutes}");
            }

            await Task.WhenAll(After(30), After(10), After(20));
            return string.Join(' ', order);
        });
        await StartFlowAsync();

        await Engine.AdvanceAsync(TimeSpan.FromHours(1));

        (await ResultAsync<string>()).Should().Be("10@10 20@20 30@30");
    }

    [Fact]
    public async Task CurrentUtcDateTime_BetweenAwaits_StandsStillAndMovesOnWithTheTurns()
    {
        Orchestrator("flow", async context =>
        {
            DateTimeOffset first = context.CurrentUtcDateTime;
            bool stands = first == context.CurrentUtcDateTime;
            await context.CreateTimerAsync(first.AddMinutes(5));
            return $"{stands} {(context.CurrentUtcDateTime - first).TotalMinutes}";
        });
        await StartFlowAsync();

        await Engine.AdvanceAsync(TimeSpan.FromMinutes(5));

        (await ResultAsync<string>()).Should().Be("True 5");
    }

    private void WaitForToneOrTimeout() => Orchestrator("flow", async context =>
    {
        using CancellationTokenSource giveUp = new();
        Task timer = context.CreateTimerAsync(context.CurrentUtcDateTime.AddSeconds(30), giveUp.Token);
        Task<Payload> tone = context.WaitForExternalEventAsync("tone", giveUp.Token);
        Task winner = await Task.WhenAny(timer, tone);
        giveUp.Cancel();
        return winner == tone ? $"tone {(await tone).To<int>()}" : "timeout";
    });
}
