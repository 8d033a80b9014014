using CallFlows.Actions;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using CallFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Tests.Harness;

/// <summary>A small world: an engine, a virtual clock, the flows of one test, and a stand-in for the service.</summary>
internal sealed class FlowHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly PhoneNumber CallerNumber = CallEndpoint.Phone("+14255550123");
    public static readonly PhoneNumber LineNumber = CallEndpoint.Phone("+18005550100");

    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private readonly ServiceProvider _provider;
    private readonly HostedEngine _engine;
    private string? _instanceId;

    private FlowHost(ServiceProvider provider, VirtualTimeProvider clock, FakeService service)
    {
        _provider = provider;
        Clock = clock;
        Service = service;
        _engine = new HostedEngine(provider);
        Flows = provider.GetRequiredService<CallFlowClient>();
        service.Flows = Flows;
    }

    public VirtualTimeProvider Clock { get; }

    public FakeService Service { get; }

    public FakeCaller Caller => Service.Caller;

    /// <summary>Ends of the process in the middle of an action.</summary>
    public Interruptions Interruptions => _provider.GetRequiredService<Interruptions>();

    public IOrchestrationClient Engine => _engine.Client;

    public CallFlowClient Flows { get; }

    public IReadOnlyList<string> Notes => _provider.GetRequiredService<NoteBook>().Notes;

    /// <summary>What <see cref="Work"/> waits at.</summary>
    public Gate Gate => _provider.GetRequiredService<Gate>();

    /// <summary>The instance that was started last.</summary>
    public string InstanceId => _instanceId ?? throw new InvalidOperationException("Nothing was started yet.");

    public static Task<FlowHost> StartAsync<TFlow>(Execution execution)
        where TFlow : InboundCallFlow => StartAsync(execution, flows => flows.Add<TFlow>(when => when.Otherwise()));

    public static async Task<FlowHost> StartAsync(Execution execution, Action<CallFlowsBuilder> configure, Action<IServiceCollection>? more = null)
    {
        VirtualTimeProvider clock = new(Start);
        FakeService service = new(clock);
        ServiceCollection services = new();
        services.AddSingleton<ICallGateway>(service);
        services.AddSingleton<NoteBook>();
        services.AddSingleton<Gate>();
        services.AddCallFlows(flows =>
        {
            configure(flows);
            flows.AddActivity<NoteHandler>().AddActivity<WorkHandler>().AddActivity<BreakageHandler>();
        });
        Func<IServiceProvider, object> registry = services.Single(service => service.ServiceType == typeof(DurableRegistry)).ImplementationFactory!;
        services.AddSingleton(new Interruptions(clock));
        services.AddSingleton(provider => provider.GetRequiredService<Interruptions>().Around((DurableRegistry)registry(provider)));
        HostedEngine.Add(services, clock, replay: execution == Execution.Replayed);
        more?.Invoke(services);
        FlowHost host = new(services.BuildServiceProvider(), clock, service);
        await host._engine.StartAsync();
        return host;
    }

    public static IncomingCallNotification Call(string serverCallId = "server-call") => new()
    {
        From = CallerNumber,
        To = LineNumber,
        ServerCallId = serverCallId,
        IncomingCallContext = "incoming-call-context",
        CorrelationId = "correlation",
    };

    /// <summary>A call comes in; the time stands still.</summary>
    public async Task<IncomingCallReceipt> RingAsync(IncomingCallNotification? call = null)
    {
        _instanceId = CallFlowClient.InstanceIdOf(call ?? Call());
        return await Flows.ReceiveAsync(call ?? Call());
    }

    /// <summary>A call comes in; lets time pass until its flow has ended.</summary>
    public async Task<FlowOutput> RunAsync()
    {
        await RingAsync();
        return await EndAsync();
    }

    /// <summary>Starts a flow by hand and lets time pass until it has ended.</summary>
    public async Task<FlowOutput> RunAsync<TFlow, TInput, TResult>(TInput input)
        where TFlow : CallFlow<TInput, TResult>
    {
        await BeginAsync<TFlow, TInput, TResult>(input);
        return await EndAsync();
    }

    public async Task BeginAsync<TFlow, TInput, TResult>(TInput input)
        where TFlow : CallFlow<TInput, TResult>
    {
        _instanceId = "flow-by-hand";
        await Flows.StartAsync<TFlow, TInput, TResult>(input, _instanceId);
    }

    /// <summary>Sends a signal to the flow; the time stands still.</summary>
    public Task<RaiseEventResult> SignalAsync<T>(string name, T data, string? signalId = null) =>
        Flows.SignalAsync(InstanceId, data, name, signalId);

    /// <summary>Lets time pass until the flow has ended.</summary>
    public async Task<FlowOutput> EndAsync()
    {
        await UntilAsync(Engine.WaitForCompletionAsync(InstanceId));
        Service.Failures.Should().BeEmpty();
        return await Flows.WaitAsync(InstanceId);
    }

    /// <summary>Lets time pass until the flow has failed, and gives what went wrong.</summary>
    public async Task<FailureDetails> FailureAsync()
    {
        await UntilAsync(Engine.WaitForCompletionAsync(InstanceId));
        OrchestrationState state = (await Engine.GetAsync(InstanceId))!;
        state.Status.Should().Be(OrchestrationStatus.Failed);
        return state.Failure!;
    }

    /// <summary>Lets this much time pass.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        TaskCompletionSource passed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ITimer timer = Clock.CreateTimer(_ => passed.TrySetResult(), null, time, Timeout.InfiniteTimeSpan);
        await UntilAsync(passed.Task);
    }

    /// <summary>Lets time pass until something has happened.</summary>
    public Task UntilAsync(Task happened) => Clock.RunUntilAsync(happened, TestContext.Current.CancellationToken).WaitAsync(Guard);

    public async Task<FlowStatus> StatusAsync() => (await Engine.GetAsync(InstanceId))!.CustomStatus.To<FlowStatus>()!;

    public Task<int> CountAsync(HistoryEventType type) => _engine.CountAsync(InstanceId, type);

    public Task<string?> SourceOfAsync(string activity) => _engine.SourceOfAsync(InstanceId, activity);

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
