using CallFlows.AspNetCore.Settings;
using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Emulator.Phones;
using CallFlows.Flows;
using CallFlows.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Cli.Tests.Running;

/// <summary>A host with two flows on a virtual clock, and the command line beside it.</summary>
internal sealed class FlowWorld : IAsyncDisposable
{
    public const string Caller = "+14255550123";
    public const string Called = "+14255550100";

    private FlowWorld(CallFlowTestHost host)
    {
        Host = host;
        Cli = new Operator(host.Url) { Time = host.Time };
    }

    public CallFlowTestHost Host { get; }

    public Operator Cli { get; }

    public static async Task<FlowWorld> StartAsync(string? key = null) => new(await CallFlowTestHost.StartAsync(
        flows => flows.Add<NotingLine>(when => when.Called(Called)).Add<Errand, string, string>(),
        options => options.Services = services => services.Configure<CallFlowsServerOptions>(server => server.Management.Key = key)));

    /// <summary>Lets a call be answered and hung up; its flow then waits for a note.</summary>
    public async Task<string> CallAsync()
    {
        PhoneRun caller = Host.Phone(Caller).Run(PhoneScript.Create().Calls(Called).Hears("Thank you", HearPoint.End).WaitsForHangUp());
        (await Host.RunUntilAsync(caller.Completion)).IsCompleted.Should().BeTrue();
        await Host.RunUntilAsync(WaitsForNoteAsync());
        return (await Host.Orchestrations.QueryAsync(new OrchestrationQuery())).Instances[0].InstanceId;
    }

    public Task StartErrandAsync(string id, string input = "buy milk") => Host.Flows.StartAsync<Errand, string, string>(input, id);

    public async Task<OrchestrationState> StateAsync(string id) => (await Host.Orchestrations.GetAsync(id))!;

    public async Task<FlowOutput> EndAsync(string id) => await Host.RunUntilAsync(Host.Flows.WaitAsync(id));

    public Task PassAsync(TimeSpan time) => Host.RunUntilAsync(Task.Delay(time, Host.Time));

    public async Task<IReadOnlyList<string>> InstancesAsync() =>
        [.. (await Host.Orchestrations.QueryAsync(new OrchestrationQuery())).Instances.Select(state => state.InstanceId)];

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task WaitsForNoteAsync()
    {
        DateTimeOffset end = Host.Time.GetUtcNow().AddMinutes(1);
        while ((await Host.Orchestrations.QueryAsync(new OrchestrationQuery())).Instances[0].CustomStatus.To<FlowStatus>() is not { Waiting: [{ Step: "WaitForSignalAsync Note" }] })
        {
            Host.Time.GetUtcNow().Should().BeBefore(end, "the flow waits for a note soon after the call");
            await Task.Delay(TimeSpan.FromMilliseconds(10), Host.Time);
        }
    }

    private sealed class NotingLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("Thank you for calling.");
            await call.HangUpAsync();
            await incoming.Flow.WaitForSignalAsync<string>("Note");
        }
    }

    private sealed class Errand : CallFlow<string, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, string input) => input == "fail"
            ? throw new InvalidOperationException("Nobody could go.")
            : $"{input} by {await flow.WaitForSignalAsync<string>("Done")}";
    }
}
