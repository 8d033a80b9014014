using CallFlows.AspNetCore;
using CallFlows.AspNetCore.Bodies;
using CallFlows.AspNetCore.Callbacks;
using CallFlows.AspNetCore.Events;
using CallFlows.AspNetCore.History;
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
        endpoints.ServiceProvider.GetRequiredService<CallbackMount>().Prefix = prefix;

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
        group.MapGet(CallFlowsPaths.Instances, Admit<InstanceEndpoints>((endpoint, request) => endpoint.ListAsync(request)));
        group.MapGet(instance, Admit<InstanceEndpoints>((endpoint, request) => endpoint.GetAsync(request)));
        group.MapDelete(instance, Admit<PurgeEndpoints>((endpoint, request) => endpoint.OneAsync(request)));
        group.MapGet($"{instance}/history", Admit<HistoryEndpoint>((endpoint, request) => endpoint.HandleAsync(request)));
        group.MapGet($"{instance}/transcript", Admit<TranscriptEndpoint>((endpoint, request) => endpoint.HandleAsync(request)));
        group.MapPost($"{instance}/suspend", Admit<OperatorEndpoints>((endpoint, request) => endpoint.SuspendAsync(request)));
        group.MapPost($"{instance}/resume", Admit<OperatorEndpoints>((endpoint, request) => endpoint.ResumeAsync(request)));
        group.MapPost($"{instance}/terminate", Admit<OperatorEndpoints>((endpoint, request) => endpoint.TerminateAsync(request)));
        group.MapPost(
            $"{instance}/signals/{{{SignalEndpoint.NameParameter}}}", Admit<SignalEndpoint>((endpoint, request) => endpoint.HandleAsync(request)));
        group.MapPost(CallFlowsPaths.Purge, Admit<PurgeEndpoints>((endpoint, request) => endpoint.ManyAsync(request)));
        group.MapPost(
            $"{CallFlowsPaths.Flows}/{{{StartEndpoint.FlowParameter}}}", Admit<StartEndpoint>((endpoint, request) => endpoint.HandleAsync(request)));
    }

    private static RequestDelegate Admit<T>(Func<T, ManagementRequest, Task> handle)
        where T : notnull => context =>
            Get<ManagementGate>(context).AdmitAsync(context, request => handle(Get<T>(context), request));

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
