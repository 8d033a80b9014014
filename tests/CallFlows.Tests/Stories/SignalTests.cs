using CallFlows.Durable;
using CallFlows.Flows;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class SignalTests
{
    public sealed record AgentReady(string Name);

    private sealed class TakesTwo : CallFlow<int, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, int seconds)
        {
            await flow.DelayAsync(TimeSpan.FromSeconds(seconds));
            AgentReady first = await flow.WaitForSignalAsync<AgentReady>();
            AgentReady second = await flow.WaitForSignalAsync<AgentReady>();
            return $"{first.Name}, {second.Name}";
        }
    }

    private static Task<FlowHost> HostAsync<TFlow>(Execution execution)
        where TFlow : CallFlow<int, string> => FlowHost.StartAsync(execution, flows => flows.Add<TFlow, int, string>());

    private static async Task<string> EndAsync(FlowHost host) => (await host.EndAsync()).Result.To<string>()!;

    [Theory, BothWays]
    public async Task Signals_BeforeTheWait_AreKeptInOrder(Execution execution)
    {
        await using FlowHost host = await HostAsync<TakesTwo>(execution);
        await host.BeginAsync<TakesTwo, int, string>(60);
        await host.SignalAsync(nameof(AgentReady), new AgentReady("Ada"));
        await host.SignalAsync(nameof(AgentReady), new AgentReady("Grace"));

        (await EndAsync(host)).Should().Be("Ada, Grace");
    }

    [Theory, BothWays]
    public async Task Signals_DuringTheWait_AreTakenInOrder(Execution execution)
    {
        await using FlowHost host = await HostAsync<TakesTwo>(execution);
        await host.BeginAsync<TakesTwo, int, string>(1);
        await host.PassAsync(TimeSpan.FromHours(1));
        await host.SignalAsync(nameof(AgentReady), new AgentReady("Ada"));
        await host.PassAsync(TimeSpan.FromHours(1));
        await host.SignalAsync("agentready", new AgentReady("Grace"));

        (await EndAsync(host)).Should().Be("Ada, Grace");
    }

    [Theory, BothWays]
    public async Task Signal_SentAgainWithItsId_CountsOnce(Execution execution)
    {
        await using FlowHost host = await HostAsync<TakesTwo>(execution);
        await host.BeginAsync<TakesTwo, int, string>(60);

        RaiseEventResult[] results =
        [
            await host.SignalAsync(nameof(AgentReady), new AgentReady("Ada"), "one"),
            await host.SignalAsync(nameof(AgentReady), new AgentReady("Ada"), "one"),
            await host.SignalAsync(nameof(AgentReady), new AgentReady("Grace"), "two"),
        ];

        results.Should().Equal(RaiseEventResult.Accepted, HostedEngine.Repeated, RaiseEventResult.Accepted);
        (await EndAsync(host)).Should().Be("Ada, Grace");
    }

    [Theory, BothWays]
    public async Task Signal_ToNobodyOrTooLate_SaysSo(Execution execution)
    {
        await using FlowHost host = await HostAsync<WaitsAMinute>(execution);
        await host.BeginAsync<WaitsAMinute, int, string>(0);
        await EndAsync(host);

        (await host.SignalAsync("go", "late")).Should().Be(RaiseEventResult.Finished);
        (await host.Flows.SignalAsync("nobody", "lost", "go", cancellationToken: TestContext.Current.CancellationToken))
            .Should().Be(RaiseEventResult.NotFound);
    }

    private sealed class WaitsAMinute : CallFlow<int, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, int input)
        {
            Signal<string> signal = await flow.WaitForSignalAsync<string>(TimeSpan.FromMinutes(1), "go");
            Signal<string> next = await flow.WaitForSignalAsync<string>(TimeSpan.FromMinutes(1), "go");
            return $"{(signal.Received ? signal.Value : "nothing")}, then {(next.Received ? next.Value : "nothing")} "
                + FormattableString.Invariant($"after {(flow.UtcNow - FlowHost.Start).TotalSeconds}");
        }
    }

    [Theory, BothWays]
    public async Task SignalWait_NothingComes_TimesOut(Execution execution)
    {
        await using FlowHost host = await HostAsync<WaitsAMinute>(execution);
        await host.BeginAsync<WaitsAMinute, int, string>(0);

        (await EndAsync(host)).Should().Be("nothing, then nothing after 120");
    }

    [Theory, BothWays]
    public async Task SignalWait_ASignalComesInTime_GivesIt(Execution execution)
    {
        await using FlowHost host = await HostAsync<WaitsAMinute>(execution);
        await host.BeginAsync<WaitsAMinute, int, string>(0);
        await host.PassAsync(TimeSpan.FromSeconds(30));
        await host.SignalAsync("go", "now");

        (await EndAsync(host)).Should().Be("now, then nothing after 90");
    }

    [Theory, BothWays]
    public async Task SignalWait_ThatTimedOut_TakesNoLaterSignal(Execution execution)
    {
        await using FlowHost host = await HostAsync<WaitsAMinute>(execution);
        await host.BeginAsync<WaitsAMinute, int, string>(0);
        await host.PassAsync(TimeSpan.FromSeconds(75));
        await host.SignalAsync("go", "now");

        (await EndAsync(host)).Should().Be("nothing, then now after 75");
    }

    private sealed class GivesUpWaiting : CallFlow<int, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, int input)
        {
            using CancellationTokenSource enough = new();
            Task<string> waiting = flow.WaitForSignalAsync<string>("go", enough.Token);
            Task<Signal<string>> patient = flow.WaitForSignalAsync<string>(TimeSpan.FromHours(1), "go", enough.Token);
            Task sleeping = flow.DelayAsync(TimeSpan.FromHours(2), enough.Token);
            await flow.DelayAsync(TimeSpan.FromSeconds(5));
            enough.Cancel();
            string ends = $"{await TellAsync(waiting)} {await TellAsync(patient)} {await TellAsync(sleeping)}";
            return $"{ends}, then {await flow.WaitForSignalAsync<string>("go")}";
        }

        private static async Task<string> TellAsync(Task task)
        {
            try
            {
                await task;
                return "ended";
            }
            catch (OperationCanceledException)
            {
                return "cancelled";
            }
        }
    }

    [Theory, BothWays]
    public async Task Waits_Cancelled_ThrowAndTakeNothing(Execution execution)
    {
        await using FlowHost host = await HostAsync<GivesUpWaiting>(execution);
        await host.BeginAsync<GivesUpWaiting, int, string>(0);
        await host.PassAsync(TimeSpan.FromSeconds(10));
        await host.SignalAsync("go", "now");

        (await EndAsync(host)).Should().Be("cancelled cancelled cancelled, then now");
    }

    private sealed class SleepsForDays : CallFlow<int, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, int days)
        {
            Guid before = flow.NewGuid();
            await flow.DelayAsync(TimeSpan.FromDays(days));
            await flow.DelayAsync(TimeSpan.FromSeconds(-1));
            return $"{(flow.UtcNow - FlowHost.Start).TotalDays} days, {before != flow.NewGuid()}";
        }
    }

    [Theory, BothWays]
    public async Task Delay_ForDays_Passes(Execution execution)
    {
        await using FlowHost host = await HostAsync<SleepsForDays>(execution);
        await host.BeginAsync<SleepsForDays, int, string>(45);

        (await EndAsync(host)).Should().Be("45 days, True");
    }
}
