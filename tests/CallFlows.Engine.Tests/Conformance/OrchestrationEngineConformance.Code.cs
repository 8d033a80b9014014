using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Conformance;

/// <content>What orchestrator code may do, and how it fails.</content>
public abstract partial class OrchestrationEngineConformance
{
    [Fact]
    public async Task Orchestrator_Throws_FailsWithTheDetails()
    {
        Orchestrator("flow", async context =>
        {
            await context.WaitForExternalEventAsync("tone");
            throw new InvalidOperationException("wrong", new FormatException("inner"));
        });
        await StartFlowAsync();

        await RaiseAsync("tone");

        FailureDetails failure = await FailureAsync();
        failure.ErrorType.Should().Be("System.InvalidOperationException");
        failure.Message.Should().Be("wrong");
        failure.Inner!.Message.Should().Be("inner");
    }

    [Fact]
    public async Task Orchestrator_ThrowsBeforeItsFirstAwait_Fails()
    {
        Orchestrator("flow", _ => throw new FormatException("at once"));

        await StartFlowAsync();

        (await FailureAsync()).Message.Should().Be("at once");
    }

    [Fact]
    public async Task Orchestrator_EndsCancelled_Fails()
    {
        Orchestrator("flow", async context =>
        {
            using CancellationTokenSource giveUp = new();
            Task<Payload> wait = context.WaitForExternalEventAsync("tone", giveUp.Token);
            giveUp.Cancel();
            return (await wait).ToString();
        });

        await StartFlowAsync();

        (await FailureAsync()).ErrorType.Should().Be("System.Threading.Tasks.TaskCanceledException");
    }

    [Fact]
    public async Task TaskCompletionSource_MadeByTheFlow_JoinsItsBranches()
    {
        Orchestrator("flow", async context =>
        {
            TaskCompletionSource<int> total = new();
            async Task Listen()
            {
                int sum = 0;
                while (sum < 10)
                {
                    sum += (await context.WaitForExternalEventAsync("digit")).To<int>();
                }

                total.SetResult(sum);
            }

            Task listening = Listen();
            int heard = await total.Task;
            await listening;
            return heard;
        });
        await StartFlowAsync();

        await RaiseAsync("digit", 4);
        await RaiseAsync("digit", 7);

        (await ResultAsync<int>()).Should().Be(11);
    }

    [Fact]
    public async Task TaskCompletionSource_WithAsynchronousContinuations_StaysOnTheContext()
    {
        Orchestrator("flow", async context =>
        {
            TaskCompletionSource<int> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
            async Task<int> Use() => (await source.Task) + (await context.WaitForExternalEventAsync("digit")).To<int>();
            Task<int> use = Use();
            source.SetResult(1);
            return await use;
        });
        await StartFlowAsync();

        await RaiseAsync("digit", 2);

        (await ResultAsync<int>()).Should().Be(3);
    }

    [Fact]
    public async Task CancellationTokenSource_LinkedAndCancelled_CancelsAllItsWaits()
    {
        Orchestrator("flow", async context =>
        {
            using CancellationTokenSource call = new();
            using CancellationTokenSource step = CancellationTokenSource.CreateLinkedTokenSource(call.Token);
            Task timer = context.CreateTimerAsync(context.CurrentUtcDateTime.AddHours(1), step.Token);
            Task<Payload> tone = context.WaitForExternalEventAsync("tone", step.Token);
            await context.WaitForExternalEventAsync("hang-up");
            call.Cancel();
            await Task.WhenAny(Task.WhenAll(timer, tone));
            return $"{timer.IsCanceled} {tone.IsCanceled}";
        });
        await StartFlowAsync();

        await RaiseAsync("hang-up");

        (await ResultAsync<string>()).Should().Be("True True");
    }

    [Fact]
    public async Task Yield_InTheFlow_KeepsItsPlaceInTheQueue()
    {
        Orchestrator("flow", async context =>
        {
            List<string> order = [];
            async Task Branch(string name)
            {
                order.Add(name + "1");
                await Task.Yield();
                order.Add(name + "2");
            }

            await Task.WhenAll(Branch("a"), Branch("b"));
            await context.WaitForExternalEventAsync("tone");
            return string.Join(' ', order);
        });
        await StartFlowAsync();

        await RaiseAsync("tone");

        (await ResultAsync<string>()).Should().Be(OrderAfterYield);
    }

    [Fact]
    public async Task Payload_TooLarge_IsRefusedWhereverItComesFrom()
    {
        string large = new('x', MaxPayloadBytes);
        Activity("large", _ => large);
        Activity("echo", work => work.Input.To<string>());
        Orchestrator("flow", async context => context.Input.To<string>() switch
        {
            "wait" => (await context.WaitForExternalEventAsync("tone")).ToString(),
            "activity" => (await context.CallActivityAsync("large", Payload.Null)).To<string>(),
            "input" => (await context.CallActivityAsync("echo", Payload.From(large))).To<string>(),
            _ => large,
        });
        await StartEngineAsync();

        Func<Task> start = () => Client.StartIfAbsentAsync("flow", "start", Payload.From(large));
        (await start.Should().ThrowAsync<ArgumentException>()).WithMessage("*bytes*");

        await StartFlowAsync("wait", "wait");
        Func<Task> raise = () => Client.RaiseEventAsync("wait", "tone", "e1", Payload.From(large));
        (await raise.Should().ThrowAsync<ArgumentException>()).WithMessage("*bytes*");

        foreach (string where in new[] { "activity", "input", "result" })
        {
            await StartFlowAsync(where, where);
            (await FailureAsync(where)).Message.Should().Contain("bytes");
        }
    }

    [Fact]
    public async Task Flow_WithEverythingAtOnce_EndsTheSameWhateverIsDropped()
    {
        Activity("double", work => work.Input.To<int>() * 2);
        Orchestrator("child", async context => (await context.CallActivityAsync("double", context.Input)).To<int>());
        Orchestrator("flow", async context =>
        {
            List<string> log = [];
            async Task Count()
            {
                for (int i = 0; i < 3; i++)
                {
                    await context.CreateTimerAsync(context.CurrentUtcDateTime.AddMinutes(1));
                    log.Add($"t{i}");
                }
            }

            async Task Hear()
            {
                for (int i = 0; i < 2; i++)
                {
                    int digit = (await context.WaitForExternalEventAsync("digit")).To<int>();
                    int child = (await context.CallSubOrchestrationAsync("child", Payload.From(digit))).To<int>();
                    log.Add($"e{child}");
                }
            }

            await Task.WhenAll(Count(), Hear());
            return string.Join(' ', log);
        });
        await StartFlowAsync();

        await RaiseAsync("digit", 1);
        await Engine.DropLiveExecutionsAsync();
        await Engine.AdvanceAsync(TimeSpan.FromMinutes(2));
        await Engine.DropLiveExecutionsAsync();
        await RaiseAsync("digit", 2);
        await Engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await ResultAsync<string>()).Should().Be("e2 t0 t1 e4 t2");
    }
}
