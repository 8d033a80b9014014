using System.Net;
using System.Net.Http.Json;
using CallFlows.Actions;
using CallFlows.CallAutomation;
using CallFlows.CallAutomation.Callbacks;
using CallFlows.CallAutomation.EventGrid;
using CallFlows.CallAutomation.Gateway;
using CallFlows.Durable;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Testing.Worlds;

/// <summary>One process of the application: it can be killed, and another one goes on with what was stored.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    public static readonly Uri Address = new("https://app.test/");
    public static readonly Uri EventsAddress = new(Address, "events");

    // Where CallbackAddresses has them.
    public const string CallbacksPath = CallbackAddresses.Path;

    // Protects nothing: both sides are in this process.
    private static readonly string CallbackKey = Convert.ToBase64String(new byte[32]);

    private readonly ServiceProvider _services;
    private readonly CancellationTokenSource _gone;
    private readonly CallbackParser _callbacks;
    private readonly EventGridParser _events;

    private AppProcess(ServiceProvider services, CancellationTokenSource gone)
    {
        _services = services;
        _gone = gone;
        _callbacks = services.GetRequiredService<CallbackParser>();
        _events = services.GetRequiredService<EventGridParser>();
        Flows = services.GetRequiredService<CallFlowClient>();
        Engine = services.GetRequiredService<OrchestrationEngine>();
    }

    public CallFlowClient Flows { get; }

    public OrchestrationEngine Engine { get; }

    /// <summary>Starts a process over what earlier ones have left.</summary>
    public static async Task<AppProcess> StartAsync(World world, InMemoryStorage storage, HttpClient toService)
    {
        CancellationTokenSource gone = new();
        ServiceProvider services = Compose(world, storage, toService, gone.Token).BuildServiceProvider();
        AppProcess process = new(services, gone);
        await process.Engine.StartAsync().ConfigureAwait(false);
        return process;
    }

    /// <summary>Takes a callback, as the application's endpoint does.</summary>
    public async Task<IReadOnlyList<ReceivedCallback>> TakeCallbackAsync(string instanceId, byte[] body, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReceivedCallback> callbacks = _callbacks.Parse(body);
        foreach (ReceivedCallback callback in callbacks)
        {
            await Flows.ReceiveAsync(instanceId, callback.Id, callback.Event, cancellationToken).ConfigureAwait(false);
        }

        return callbacks;
    }

    /// <summary>Takes a delivery of Event Grid, as the application's endpoint does.</summary>
    public async Task<HttpResponseMessage> TakeEventsAsync(byte[] body, CancellationToken cancellationToken)
    {
        foreach (EventGridItem item in _events.Parse(body))
        {
            switch (item)
            {
                case SubscriptionValidationItem validation:
                    return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(validation.Response) };
                case IncomingCallItem call:
                    await Flows.ReceiveAsync(call.Notification, cancellationToken).ConfigureAwait(false);
                    break;
                case ServiceEventItem report:
                    await Flows.ReceiveAsync(report.Id, report.Event, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }

        return new HttpResponseMessage(HttpStatusCode.OK);
    }

    /// <summary>Ends it without any chance to finish what is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync().ConfigureAwait(false);
        await _services.DisposeAsync().ConfigureAwait(false);
        _gone.Dispose();
    }

    private static ServiceCollection Compose(World world, InMemoryStorage storage, HttpClient toService, CancellationToken gone)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(world.Time);
        foreach ((Type type, object instance) in world.Outside)
        {
            services.AddSingleton(type, instance);
        }

        foreach (Action<IServiceCollection> add in world.Plan.Services)
        {
            add(services);
        }

        AddEngine(services, world, storage, gone);
        services.AddCallFlows(flows => AddFlows(flows, world.Plan));
        AddCallAutomation(services, world, toService);
        foreach (FakeDefinition fake in world.Plan.Fakes)
        {
            fake.AddTo(services);
        }

        return services;
    }

    private static void AddFlows(CallFlowsBuilder flows, WorldPlan plan)
    {
        plan.Flows(flows);
        foreach (FakeDefinition fake in plan.Fakes.Where(fake => flows.Services.All(service => service.ServiceType != fake.Handler)))
        {
            fake.Name(flows);
        }
    }

    private static void AddEngine(ServiceCollection services, World world, InMemoryStorage storage, CancellationToken gone)
    {
        services.AddSingleton(new EngineOptions
        {
            TimeProvider = world.Time,
            DropAfterEveryEvent = world.Plan.ReplayAfterEveryEvent,
            OnBusy = world.Time.Enter,
            OnIdle = world.Time.Exit,
            ShutdownGrace = TimeSpan.Zero,
            ActivityPacer = new TurnPacer(world.Time, world, gone),
        });
        services.AddSingleton(provider => OrchestrationEngine.CreateInMemory(
            provider.GetRequiredService<DurableRegistry>(), storage, provider.GetRequiredService<EngineOptions>()));
        services.AddSingleton<IOrchestrationClient>(provider => provider.GetRequiredService<OrchestrationEngine>());
    }

    private static void AddCallAutomation(ServiceCollection services, World world, HttpClient toService)
    {
        services.AddKeyedSingleton(CallAutomationServiceCollectionExtensions.HttpClientKey, toService);
        services.AddSingleton<ICallbackListener>(new Listening(world.Time.GetUtcNow()));
        services.AddSingleton<ICallGateway>(provider => new JournalingGateway(
            new RestCallGateway(
                provider.GetRequiredService<CallAutomationOptions>().Gateway, provider.GetRequiredService<ICallbackAddresses>(), toService, world.Time),
            world.Journal,
            world.FlowOf));
        services.AddCallAutomation(options =>
        {
            options.PublicBaseUri = Address;
            options.CallbackMasterKey = CallbackKey;
            options.Gateway.ConnectionString = world.Emulator.ConnectionString;
            options.CallbackTokens.Audiences.Add(world.Emulator.Audience);

            // Retries wait by the virtual clock: see PatientHandler.
            options.Gateway.RetryDelay = TimeSpan.Zero;
        });
    }
}
