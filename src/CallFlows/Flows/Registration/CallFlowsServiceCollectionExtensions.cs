using CallFlows.Durable;
using CallFlows.Flows;
using CallFlows.Flows.Addressing;
using CallFlows.Flows.Registration;
using CallFlows.Flows.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds call flows to an application.</summary>
public static class CallFlowsServiceCollectionExtensions
{
    /// <summary>
    /// Adds flows, activities and routes. The application also needs an engine (<c>IOrchestrationClient</c>) and a way to the service
    /// (<c>ICallGateway</c>).
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Names the flows.</param>
    public static IServiceCollection AddCallFlows(this IServiceCollection services, Action<CallFlowsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        CallFlowsBuilder builder = new(services);
        configure(builder);

        // Routes are checked now, where the mistake is made, not at the first call.
        services.AddSingleton(builder.BuildRoutes());
        services.AddSingleton(provider => builder.BuildRegistry(provider));
        services.AddSingleton(builder.Handlers);
        services.TryAddSingleton<AddressBook>();
        services.TryAddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.TryAddSingleton(provider => new CallFlowClient(
            provider.GetRequiredService<IOrchestrationClient>(),
            provider.GetRequiredService<RouteTable>(),
            provider.GetRequiredService<AddressBook>(),
            provider.GetRequiredService<EventHandlers>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger<CallFlowClient>()));
        return services;
    }
}
