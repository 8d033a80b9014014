using CallFlows.AspNetCore;
using CallFlows.AspNetCore.Bodies;
using CallFlows.AspNetCore.Callbacks;
using CallFlows.AspNetCore.Events;
using CallFlows.AspNetCore.Hosting;
using CallFlows.AspNetCore.Management;
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
    /// Maps, under a prefix: <c>events</c> for Event Grid, <c>callbacks/{id}</c> for the service's callbacks, <c>health</c>, and for operators
    /// <c>instances</c> with their <c>history</c>, <c>transcript</c>, <c>signals</c>, <c>suspend</c>, <c>resume</c> and <c>terminate</c>,
    /// <c>purge</c>, and <c>flows/{flow}</c> to start one. Callback addresses are made of <c>CallFlows:PublicUrl</c> and this prefix; what stands
    /// before it, such as a route group's prefix, belongs into the setting.
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
        RequireServices(endpoints.ServiceProvider);
        endpoints.ServiceProvider.GetRequiredService<CallbackMount>().MapAt(prefix);

        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        MapWebhooks(group);
        MapManagement(group);
        group.MapHealthChecks(CallFlowsPaths.Health, new HealthCheckOptions { Predicate = check => check.Name == EngineHealthCheck.Name });
        return group;
    }

    // Handlers are made at the first request: mapping happens before the settings are checked.
    private static void MapWebhooks(RouteGroupBuilder group)
    {
        group.MapPost(CallFlowsPaths.Events, context => Get<EventGridEndpoint>(context).HandleAsync(context));
        group.MapMethods(CallFlowsPaths.Events, [HttpMethods.Options], context => Get<HandshakeEndpoint>(context).HandleAsync(context));
        group.MapPost($"{CallFlowsPaths.Callbacks}/{{{RouteIds.Instance}}}", context => Get<CallbackEndpoint>(context).HandleAsync(context));
    }

    private static void MapManagement(RouteGroupBuilder group)
    {
        const string instance = $"{CallFlowsPaths.Instances}/{{{RouteIds.Instance}}}";
        group.MapGet(CallFlowsPaths.Instances, Admit(ManagementOperation.List));
        group.MapGet(instance, Admit(ManagementOperation.Get));
        group.MapDelete(instance, Admit(ManagementOperation.Purge));
        group.MapGet($"{instance}/history", Admit(ManagementOperation.History));
        group.MapGet($"{instance}/export", Admit(ManagementOperation.Export));
        group.MapGet($"{instance}/transcript", Admit(ManagementOperation.Transcript));
        group.MapPost($"{instance}/suspend", Admit(ManagementOperation.Suspend));
        group.MapPost($"{instance}/resume", Admit(ManagementOperation.Resume));
        group.MapPost($"{instance}/terminate", Admit(ManagementOperation.Terminate));
        group.MapPost($"{instance}/signals/{{{SignalEndpoint.NameParameter}}}", Admit(ManagementOperation.Signal));
        group.MapPost(CallFlowsPaths.Purge, Admit(ManagementOperation.PurgeMany));
        group.MapPost($"{CallFlowsPaths.Flows}/{{{StartEndpoint.FlowParameter}}}", Admit(ManagementOperation.Start));
    }

    private static RequestDelegate Admit(ManagementOperation operation) => context => Get<ManagementGate>(context).AdmitAsync(context, operation);

    private static T Get<T>(HttpContext context)
        where T : notnull => context.RequestServices.GetRequiredService<T>();

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
