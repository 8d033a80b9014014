using CallFlows.Actions;
using CallFlows.AspNetCore;
using CallFlows.CallAutomation;
using CallFlows.CallAutomation.Gateway;
using CallFlows.Durable;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Testing.Worlds;

/// <summary>One process of the application: it can be killed, and another one goes on with what was stored.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    public const string CallbacksPath = "/callflows/callbacks/";
    public static readonly Uri Address = new("https://app.test/");
    public static readonly Uri EventsAddress = new(Address, $"callflows/events?key={EventsKey}");

    // Neither this nor the key of callbacks protects anything: both sides are in this process.
    private const string EventsKey = "events-of-a-test";
    private const string InstanceRouteValue = "instanceId";
    private static readonly IConfiguration NoConfiguration = new ConfigurationBuilder().Build();

    private static readonly string CallbackKey = Convert.ToBase64String(new byte[32]);

    private readonly ServiceProvider _services;
    private readonly CancellationTokenSource _gone;
    private readonly InMemoryHttp _server;

    private AppProcess(ServiceProvider services, CancellationTokenSource gone)
    {
        _services = services;
        _gone = gone;
        _server = new InMemoryHttp(Address, services);
        CallFlowsRequests requests = services.GetRequiredService<CallFlowsRequests>();
        _server.Serve(context => Serve(requests, context));
        Inbound = new HttpMessageInvoker(_server.CreateHandler());
        Flows = services.GetRequiredService<CallFlowClient>();
        Engine = services.GetRequiredService<OrchestrationEngine>();
    }

    /// <summary>Takes what the service sends.</summary>
    public HttpMessageInvoker Inbound { get; }

    public CallFlowClient Flows { get; }

    public OrchestrationEngine Engine { get; }

    public IServiceProvider Services => _services;

    /// <summary>Starts a process over what earlier ones have left.</summary>
    public static async Task<AppProcess> StartAsync(World world, InMemoryStorage storage, HttpClient toService)
    {
        CancellationTokenSource gone = new();
        ServiceProvider services = Compose(world, storage, toService, gone.Token).BuildServiceProvider();
        AppProcess process = new(services, gone);
        await process.Engine.StartAsync().ConfigureAwait(false);
        return process;
    }

    /// <summary>Ends it without any chance to finish what is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync().ConfigureAwait(false);
        await _services.DisposeAsync().ConfigureAwait(false);
        Inbound.Dispose();
        _server.Dispose();
        _gone.Dispose();
    }

    private static ServiceCollection Compose(World world, InMemoryStorage storage, HttpClient toService, CancellationToken gone)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(NoConfiguration);
        services.AddSingleton<TimeProvider>(world.Time);
        services.AddKeyedSingleton(CallAutomationServiceCollectionExtensions.HttpClientKey, toService);
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
        AddServer(services, world);
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

    private static void AddServer(ServiceCollection services, World world)
    {
        services.AddSingleton<ICallGateway>(provider => new JournalingGateway(
            new RestCallGateway(
                provider.GetRequiredService<CallAutomationOptions>().Gateway,
                provider.GetRequiredService<ICallbackAddresses>(),
                provider.GetRequiredKeyedService<HttpClient>(CallAutomationServiceCollectionExtensions.HttpClientKey),
                world.Time),
            world.Journal,
            world.FlowOf));
        services.AddCallFlowsServer(server =>
        {
            server.PublicUrl = Address;
            server.CallbackKey = CallbackKey;
            server.EventGrid.Key = EventsKey;
            server.ConnectionString = world.Emulator.ConnectionString;
            server.Jwt.MetadataAddress = world.Emulator.MetadataAddress;
            server.Jwt.Audience = world.Emulator.Audience;
        });
        services.AddSingleton<ICallbackListener>(new Listening(world.Time.GetUtcNow()));
    }

    private static Task Serve(CallFlowsRequests requests, HttpContext context)
    {
        string path = context.Request.Path.Value!;
        if (path.StartsWith(CallbacksPath, StringComparison.Ordinal))
        {
            context.Request.RouteValues[InstanceRouteValue] = path[CallbacksPath.Length..];
            return requests.TakeCallbackAsync(context);
        }

        if (path == EventsAddress.AbsolutePath)
        {
            return requests.TakeEventsAsync(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
