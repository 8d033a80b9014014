using CallFlows.Actions;
using CallFlows.AspNetCore;
using CallFlows.AspNetCore.Access;
using CallFlows.AspNetCore.Callbacks;
using CallFlows.AspNetCore.Events;
using CallFlows.AspNetCore.History;
using CallFlows.AspNetCore.Hosting;
using CallFlows.AspNetCore.Management;
using CallFlows.AspNetCore.Registration;
using CallFlows.AspNetCore.Settings;
using CallFlows.AspNetCore.Transcripts;
using CallFlows.Durable;
using CallFlows.Engine;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what hosts flows to an application.</summary>
public static class CallFlowsServerServiceCollectionExtensions
{
    /// <summary>
    /// Adds the way to Call Automation, an embedded engine that starts and stops with the application, and what
    /// <c>MapCallFlows</c> needs. Settings come from the configuration section <c>CallFlows</c>; bad ones are refused at start. An engine
    /// (<see cref="IOrchestrationClient"/>), an <see cref="ICallGateway"/>, a <see cref="TimeProvider"/> or a keyed <see cref="HttpClient"/>
    /// that was registered before is used instead of this room's own. The server's log of every request's address (category
    /// <c>Microsoft.AspNetCore.Hosting.Diagnostics</c> below Warning) is turned off, as callback addresses hold secrets.
    /// </summary>
    /// <param name="services">The application's services. They also need <c>AddCallFlows</c>, which names the flows.</param>
    /// <param name="configure">Changes settings after the configuration was read; null for nothing to change. Calling it again only adds such changes.</param>
    public static IServiceCollection AddCallFlowsServer(this IServiceCollection services, Action<CallFlowsServerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (!services.Has<HostedParts>())
        {
            AddParts(services);
        }

        // After the configuration, so that code has the last word.
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return services;
    }

    private static void AddParts(IServiceCollection services)
    {
        services.AddSingleton(new HostedParts(OwnGateway: !services.Has<ICallGateway>()));
        services.AddOptions<CallFlowsServerOptions>().BindConfiguration(CallFlowsServerOptions.SectionName).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CallFlowsServerOptions>, CallFlowsServerOptionsValidator>());
        CallAutomationParts.Add(services);
        AddEngine(services);
        services.AddSingleton<AccessRules>();
        services.AddHostedService<AccessNotice>();
        AddEndpoints(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<LoggerFilterOptions>, QuietRequestLog>());
    }

    private static void AddEngine(IServiceCollection services)
    {
        if (!services.Has<IOrchestrationClient>())
        {
            services.AddOrchestrationEngine(StoreOf, OptionsOf);
        }

        IHealthChecksBuilder health = services.AddHealthChecks();
        if (services.Has<OrchestrationEngine>())
        {
            services.AddSingleton<EngineHost>();
            services.AddHostedService(provider => provider.GetRequiredService<EngineHost>());
            health.AddCheck<EngineHealthCheck>(EngineHealthCheck.Name);
        }
    }

    private static SqliteStoreOptions? StoreOf(IServiceProvider provider)
    {
        StoreOptions store = provider.GetRequiredService<IOptions<CallFlowsServerOptions>>().Value.Store;
        string root = provider.GetRequiredService<IHostEnvironment>().ContentRootPath;
        return store.InMemory
            ? null
            : new SqliteStoreOptions { Path = Path.Combine(root, store.Path), MaxDatabaseBytes = store.MaxDatabaseBytes };
    }

    private static EngineOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<CallFlowsServerOptions>>().Value.Engine.ApplyTo(provider.GetService<EngineOptions>() ?? new EngineOptions());

    private static void AddEndpoints(IServiceCollection services)
    {
        services.AddSingleton<CallbackEndpoint>();
        services.AddSingleton<EventGridEndpoint>();
        services.AddSingleton<EventGridIntake>();
        services.AddSingleton<ExportEndpoint>();
        services.AddSingleton<HandshakeEndpoint>();
        services.AddSingleton<HistoryEndpoint>();
        services.AddSingleton<InstanceEndpoints>();
        services.AddSingleton<InstanceSearch>();
        services.AddSingleton<ManagementGate>();
        services.AddSingleton<OperatorEndpoints>();
        services.AddSingleton<PurgeEndpoints>();
        services.AddSingleton<SignalEndpoint>();
        services.AddSingleton<StartEndpoint>();
        services.AddSingleton<TranscriptEndpoint>();
        services.AddSingleton<TranscriptReader>();
        services.AddSingleton(provider => new CallFlowsRequests(
            provider.GetRequiredService<CallbackEndpoint>(), provider.GetRequiredService<EventGridIntake>(), provider.GetRequiredService<ManagementGate>()));
    }

    private static bool Has<T>(this IServiceCollection services) => services.Any(service => service.ServiceType == typeof(T));
}
