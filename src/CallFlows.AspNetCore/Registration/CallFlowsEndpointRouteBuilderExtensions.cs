using CallFlows.AspNetCore;
using CallFlows.AspNetCore.Bodies;
using CallFlows.AspNetCore.Callbacks;
using CallFlows.AspNetCore.Events;
using CallFlows.AspNetCore.Hosting;
using CallFlows.AspNetCore.Management;
using CallFlows.AspNetCore.Transcripts;
using CallFlows.Flows;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds the endpoints that flows are reached by.</summary>
public static class CallFlowsEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps, under a prefix: <c>events</c> for Event Grid, <c>callbacks/{id}</c> for the service's callbacks, <c>instances</c>, their
    /// <c>transcript</c> and <c>signals</c>, <c>flows/{flow}</c> to start one, and <c>health</c>. Callback addresses are made of
    /// <c>CallFlows:PublicUrl</c> and this prefix; what stands before it, such as a route group's prefix, belongs into the setting.
    /// </summary>
    /// <param name="endpoints">The application's endpoints.</param>
    /// <param name="prefix">A path with a slash in front and none behind, without route parameters.</param>
    /// <returns>All of them, to add conventions to.</returns>
    /// <exception cref="ArgumentException">The prefix is not such a path.</exception>
    /// <exception cref="InvalidOperationException">The services lack <c>AddCallFlows</c> or <c>AddCallFlowsServer</c>.</exception>
    public static RouteGroupBuilder MapCallFlows(this IEndpointRouteBuilder endpoints, string prefix = CallFlowsPaths.DefaultPrefix)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        CheckPrefix(prefix);
        IServiceProvider services = endpoints.ServiceProvider;
        RequireServices(services);
        services.GetRequiredService<MountedCallbackAddresses>().MountAt(prefix);

        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        MapWebhooks(group, services);
        MapManagement(group, services);
        group.MapHealthChecks(CallFlowsPaths.Health, new HealthCheckOptions { Predicate = check => check.Name == EngineHealthCheck.Name });
        return group;
    }

    private static void MapWebhooks(RouteGroupBuilder group, IServiceProvider services)
    {
        group.MapPost(CallFlowsPaths.Events, services.GetRequiredService<EventGridEndpoint>().HandleAsync);
        group.MapMethods(CallFlowsPaths.Events, [HttpMethods.Options], services.GetRequiredService<HandshakeEndpoint>().HandleAsync);
        group.MapPost($"{CallFlowsPaths.Callbacks}/{{{RouteIds.Instance}}}", services.GetRequiredService<CallbackEndpoint>().HandleAsync);
    }

    private static void MapManagement(RouteGroupBuilder group, IServiceProvider services)
    {
        const string instance = $"{CallFlowsPaths.Instances}/{{{RouteIds.Instance}}}";
        ManagementGate gate = services.GetRequiredService<ManagementGate>();
        InstanceEndpoints instances = services.GetRequiredService<InstanceEndpoints>();
        group.MapGet(CallFlowsPaths.Instances, gate.Admit(instances.ListAsync));
        group.MapGet(instance, gate.Admit(instances.GetAsync));
        group.MapGet($"{instance}/transcript", gate.Admit(services.GetRequiredService<TranscriptEndpoint>().HandleAsync));
        group.MapPost($"{instance}/signals/{{{SignalEndpoint.NameParameter}}}", gate.Admit(services.GetRequiredService<SignalEndpoint>().HandleAsync));
        group.MapPost($"{CallFlowsPaths.Flows}/{{{StartEndpoint.FlowParameter}}}", gate.Admit(services.GetRequiredService<StartEndpoint>().HandleAsync));
    }

    private static void CheckPrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix.Length < 2 || prefix[0] != '/' || prefix[^1] == '/' || prefix.AsSpan().IndexOfAny("{}?#%") >= 0)
        {
            throw new ArgumentException($"'{prefix}' can't be a prefix; use a path such as {CallFlowsPaths.DefaultPrefix}.", nameof(prefix));
        }
    }

    private static void RequireServices(IServiceProvider services)
    {
        IServiceProviderIsService known = services.GetRequiredService<IServiceProviderIsService>();
        if (!known.IsService(typeof(CallFlowClient)))
        {
            throw new InvalidOperationException("There are no flows to map; call services.AddCallFlows(flows => …) first.");
        }

        if (!known.IsService(typeof(ManagementGate)))
        {
            throw new InvalidOperationException("Nothing hosts the flows; call services.AddCallFlowsServer() first.");
        }
    }
}
