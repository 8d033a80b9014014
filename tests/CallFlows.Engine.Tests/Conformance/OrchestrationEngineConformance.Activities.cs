using System.Collections.Concurrent;
using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Conformance;

/// <content>Activities, their failures and retries.</content>
public abstract partial class OrchestrationEngineConformance
{
    [Fact]
    public async Task Activity_Fails_ThrowsWithTheDetails()
    {
        Activity("bad", _ => throw new InvalidOperationException("no line", new TimeoutException("slow")));
        Orchestrator("flow", async context =>
        {
            try
            {
                return (await context.CallActivityAsync("bad", Payload.Null)).ToString();
            }
            catch (TaskFailedException error)
            {
                return $"{error.TaskName}|{error.Failure.ErrorType}|{error.Failure.Message}|{error.Failure.Inner?.Message}";
            }
        });

        await StartFlowAsync();

        (await ResultAsync<string>()).Should().Be("bad|System.InvalidOperationException|no line|slow");
    }

    [Fact]
    public async Task Activity_FailsTwiceThenWorks_IsRetriedWithGrowingWaits()
    {
        ConcurrentQueue<(int Attempt, string ExecutionId, DateTimeOffset At)> attempts = new();
        Activity("flaky", work =>
        {
            attempts.Enqueue((work.Attempt, work.ExecutionId, Engine.Now));
            return work.Attempt < 3 ? throw new TimeoutException() : "third time";
        });
        RetryPolicy policy = new() { MaxAttempts = 5, FirstInterval = TimeSpan.FromSeconds(10), BackoffCoefficient = 3 };
        Orchestrator("flow", async context =>
            (await context.CallActivityAsync("flaky", Payload.Null, new ActivityOptions { Retry = policy })).To<string>());
        await StartFlowAsync();

        await Engine.AdvanceAsync(TimeSpan.FromMinutes(5));

        (await ResultAsync<string>()).Should().Be("third time");
        attempts.Select(attempt => attempt.Attempt).Should().Equal(1, 2, 3);
        attempts.Select(attempt => attempt.ExecutionId).Distinct().Should().HaveCount(1, "an effect is keyed by it across attempts");
        DateTimeOffset[] times = [.. attempts.Select(attempt => attempt.At)];
        (times[1] - times[0]).Should().Be(TimeSpan.FromSeconds(10));
        (times[2] - times[1]).Should().Be(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Activity_FailsEveryAttempt_FailsForGood()
    {
        int runs = 0;
        Activity("bad", work =>
        {
            Interlocked.Increment(ref runs);
            throw new TimeoutException($"attempt {work.Attempt}");
        });
        Orchestrator("flow", async context => (await context.CallActivityAsync(
            "bad", Payload.Null, new ActivityOptions { Retry = new RetryPolicy { MaxAttempts = 4 } })).ToString());
        await StartFlowAsync();

        await Engine.AdvanceAsync(TimeSpan.FromMinutes(5));

        FailureDetails failure = await FailureAsync();
        failure.ErrorType.Should().Be(typeof(TaskFailedException).FullName);
        failure.Message.Should().Contain("attempt 4");
        runs.Should().Be(4);
    }

    [Fact]
    public async Task Activity_FailsWithAnErrorNotWorthRetrying_IsTriedOnce()
    {
        int runs = 0;
        Activity("bad", _ =>
        {
            Interlocked.Increment(ref runs);
            throw new FormatException("never");
        });
        RetryPolicy policy = new() { NonRetryableErrors = ["System.FormatException"] };
        Orchestrator("flow", async context =>
            (await context.CallActivityAsync("bad", Payload.Null, new ActivityOptions { Retry = policy })).ToString());

        await StartFlowAsync();

        (await FailureAsync()).Message.Should().Contain("never");
        runs.Should().Be(1);
    }

    [Fact]
    public async Task Activity_ThatIsNotRegistered_FailsWithItsName()
    {
        Orchestrator("flow", async context => (await context.CallActivityAsync("missing", Payload.Null)).ToString());

        await StartFlowAsync();

        (await FailureAsync()).Message.Should().Contain("missing");
    }

    [Fact]
    public async Task Activities_FiftyAtOnce_AllReturnToTheirCallers()
    {
        Activity("square", work => work.Input.To<int>() * work.Input.To<int>());
        Orchestrator("flow", async context =>
        {
            Payload[] squares = await Task.WhenAll(
                Enumerable.Range(0, 50).Select(i => context.CallActivityAsync("square", Payload.From(i))));
            return squares.Select(square => square.To<int>());
        });

        await StartFlowAsync();

        (await ResultAsync<int[]>()).Should().Equal(Enumerable.Range(0, 50).Select(i => i * i));
    }

    [Fact]
    public async Task Activities_OfAllExecutions_HaveIdsOfTheirOwn()
    {
        ConcurrentBag<string> ids = [];
        Activity("note", work =>
        {
            ids.Add(work.ExecutionId);
            return null;
        });
        Orchestrator("flow", async context =>
        {
            await context.CallActivityAsync("note", Payload.Null);
            await context.CallActivityAsync("note", Payload.Null);
            if (context.Input.To<int>() < 2)
            {
                context.ContinueAsNew(Payload.From(context.Input.To<int>() + 1));
            }

            return null;
        });

        await StartFlowAsync(1, "one");
        await StartFlowAsync(1, "two");

        ids.Should().HaveCount(8).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task WhenAny_OverActivityTimerAndEvent_GivesTheFirstAndKeepsTheRest()
    {
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Activity("slow", async (_, _) =>
        {
            await release.Task;
            return "activity";
        });
        Orchestrator("flow", async context =>
        {
            Task<Payload> activity = context.CallActivityAsync("slow", Payload.Null);
            Task<Payload> tone = context.WaitForExternalEventAsync("tone");
            Task timer = context.CreateTimerAsync(context.CurrentUtcDateTime.AddHours(1));
            Task first = await Task.WhenAny(activity, tone, timer);
            return $"{first == tone} {(await activity).To<string>()}";
        });
        await StartEngineAsync();
        await Client.StartIfAbsentAsync("flow", "one", Payload.Null);

        await Client.RaiseEventAsync("one", "tone", "e1", Payload.Null);
        release.SetResult();

        (await ResultAsync<string>()).Should().Be("True activity");
    }

    [Fact]
    public async Task WhenAll_WithOneFailure_WaitsForAllAndThrows()
    {
        Activity("ok", _ => 1);
        Activity("bad", _ => throw new TimeoutException("late"));
        Orchestrator("flow", async context =>
        {
            Task<Payload> tone = context.WaitForExternalEventAsync("tone");
            Task all = Task.WhenAll(context.CallActivityAsync("ok", Payload.Null), context.CallActivityAsync("bad", Payload.Null), tone);
            try
            {
                await all;
                return "fine";
            }
            catch (TaskFailedException error)
            {
                return $"{error.Failure.Message} {tone.IsCompletedSuccessfully}";
            }
        });
        await StartFlowAsync();

        await RaiseAsync("tone");

        (await ResultAsync<string>()).Should().Be("late True");
    }

    [Fact]
    public async Task Finally_WithAwaits_RunsAfterAnError()
    {
        ConcurrentQueue<string> done = new();
        Activity("note", work =>
        {
            done.Enqueue(work.Input.To<string>()!);
            return null;
        });
        Orchestrator("flow", async context =>
        {
            try
            {
                await context.WaitForExternalEventAsync("tone");
                throw new InvalidOperationException("gone");
            }
            finally
            {
                await context.CallActivityAsync("note", Payload.From("clean"));
                await context.CallActivityAsync("note", Payload.From("up"));
            }
        });
        await StartFlowAsync();

        await RaiseAsync("tone");

        (await FailureAsync()).Message.Should().Be("gone");
        done.Should().Equal("clean", "up");
    }
}
