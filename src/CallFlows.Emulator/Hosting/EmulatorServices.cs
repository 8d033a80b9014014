using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.Control;
using CallFlows.Emulator.EventGrid;
using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Https;
using CallFlows.Emulator.Media;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Rest;
using CallFlows.Emulator.Storage;
using CallFlows.Emulator.Streams;
using CallFlows.Emulator.Switchboard;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CallFlows.Emulator.Hosting;

/// <summary>Adds the emulator to any ASP.NET Core app.</summary>
public static class EmulatorServices
{
    /// <summary>
    /// Registers the emulator. Register a <see cref="TimeProvider"/> before it to run it on another clock; configure it by
    /// <see cref="EmulatorOptions"/>.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddCallAutomationEmulator(this IServiceCollection services)
    {
        services.AddOptions<EmulatorOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmulatorOptions>, EmulatorOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<EmulatorOptions>>().Value);
        services.AddSingleton(provider => CreateClient(provider.GetRequiredService<EmulatorOptions>()));
        AddSwitchboard(services);
        AddOutgoing(services);
        AddIncoming(services);
        return services;
    }

    /// <summary>Maps the REST API, the token metadata and the control API.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <returns>The same builder.</returns>
    public static IEndpointRouteBuilder MapCallAutomationEmulator(this IEndpointRouteBuilder endpoints)
    {
        IServiceProvider services = endpoints.ServiceProvider;
        services.GetRequiredService<RestRoutes>().Map(endpoints);
        services.GetRequiredService<StorageEndpoints>().Map(endpoints);
        services.GetRequiredService<StatusEndpoints>().Map(endpoints);
        services.GetRequiredService<PhoneEndpoints>().Map(endpoints);
        services.GetRequiredService<SubscriptionEndpoints>().Map(endpoints);
        services.GetRequiredService<FaultEndpoints>().Map(endpoints);
        return endpoints;
    }

    private static void AddSwitchboard(IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            EmulatorOptions options = provider.GetRequiredService<EmulatorOptions>();
            return new WorkTracker(options.OnBusy, options.OnIdle);
        });
        services.AddSingleton(provider =>
        {
            EmulatorOptions options = provider.GetRequiredService<EmulatorOptions>();
            return new IdSource(options.Seed, options.ResourceId);
        });
        services.AddSingleton<SwitchboardQueue>();
        services.AddSingleton<CallReporter>();
        services.AddSingleton<CallRegistry>();
        services.AddSingleton<Func<Dialer>>(provider => provider.GetRequiredService<Dialer>);
        services.AddSingleton<PhoneDialer>();
        services.AddSingleton<PhoneExchange>();
        services.AddSingleton(provider => new PhoneDirectory(
            provider.GetRequiredService<PhoneExchange>(), provider.GetRequiredService<SwitchboardQueue>(), provider.GetRequiredService<Meetings>()));
        services.AddSingleton<Dialer>();
        services.AddSingleton<ConnectionMaker>();
        services.AddSingleton<CallCommands>();
        services.AddSingleton<ParticipantCommands>();
        services.AddSingleton<Meetings>();
        services.AddSingleton<CallFinder>();
        services.AddSingleton<ConnectCommands>();
        services.AddSingleton<MoveCommands>();
        services.AddSingleton<TransferCommands>();
        services.AddSingleton<AudioFileProbe>();
        services.AddSingleton<PromptInspector>();
        services.AddSingleton<PromptPlayers>();
        services.AddSingleton<MediaCommands>();
        services.AddSingleton<RecordingStorage>();
        services.AddSingleton<RecordingCommands>();
        services.AddSingleton(provider => new StreamDirectory(provider.GetRequiredService<EmulatorOptions>()));
        services.AddSingleton<StreamConnector>();
        services.AddSingleton<StreamServices>();
        services.AddSingleton<StreamCommands>();
    }

    private static void AddOutgoing(IServiceCollection services)
    {
        services.AddSingleton<EmulatorAddress>();
        services.AddSingleton<ServerCertificate>();
        services.AddSingleton<TokenSigner>();
        services.AddSingleton(provider => new FaultSource(provider.GetRequiredService<EmulatorOptions>()));
        services.AddSingleton(provider => new DeliveryLog(
            provider.GetRequiredService<EmulatorOptions>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RequestSubjects>();
        services.AddSingleton<CallbackSender>();
        services.AddSingleton<ICallEvents, CallbackEvents>();
        services.AddSingleton<SubscriptionStore>();
        services.AddSingleton<EventGridMessages>();
        services.AddSingleton<EventGridPublisher>();
        services.AddSingleton<IIncomingCallPublisher>(provider => provider.GetRequiredService<EventGridPublisher>());
        services.AddSingleton<ICallReports, EventGridReports>();
        services.AddHostedService<SubscriptionStarter>();
    }

    private static void AddIncoming(IServiceCollection services)
    {
        services.AddSingleton<RequestAuthentication>();
        services.AddSingleton<RepeatabilityStore>();
        services.AddSingleton(provider => new ActionLog(
            provider.GetRequiredService<EmulatorOptions>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RestPipeline>();
        services.AddSingleton<CallEndpoints>();
        services.AddSingleton<ParticipantEndpoints>();
        services.AddSingleton<MediaEndpoints>();
        services.AddSingleton<RecordingEndpoints>();
        services.AddSingleton<StreamEndpoints>();
        services.AddSingleton<RestRoutes>();
        services.AddSingleton(provider => new EmulatorRequests(provider.GetRequiredService<RestRoutes>()));
        services.AddSingleton<StorageEndpoints>();
        services.AddSingleton<ControlPipeline>();
        services.AddSingleton<StatusEndpoints>();
        services.AddSingleton<PhoneEndpoints>();
        services.AddSingleton<SubscriptionEndpoints>();
        services.AddSingleton<FaultEndpoints>();
    }

    private static HttpClient CreateClient(EmulatorOptions options)
    {
        HttpMessageHandler handler = options.CreateHttpHandler?.Invoke()
            ?? new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        // Each request has its own time limit.
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
