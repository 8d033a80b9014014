using CallFlows.AspNetCore.Settings;
using CallFlows.Flows.Registration;
using CallFlows.Functions.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CallFlows.Functions.Hosting;

/// <summary>Puts flows into a Functions app.</summary>
internal static class CallFlowsFunctionsExtensions
{
    /// <summary>
    /// Adds flows and what they need: the orchestrations of the app's task hub, the way to the communication resource, and what the functions call.
    /// Settings come from the configuration sections <c>CallFlows</c> and <c>CallAutomation</c>; bad ones are refused at start.
    /// </summary>
    /// <param name="builder">The app.</param>
    /// <param name="flows">Names the flows.</param>
    public static void AddCallFlowsFunctions(this IHostApplicationBuilder builder, Action<CallFlowsBuilder> flows)
    {
        IServiceCollection services = builder.Services;
        services.AddCallFlows(flows);
        services.AddDurableFunctions();

        // Before the configuration is read, so that a setting can turn it off.
        services.Configure<CallFlowsServerOptions>(server => server.OnlyNeededCallbacks = true);
        services.AddCallFlowsServer();
        if (GatewayChoice.Read(builder.Configuration) == GatewayKind.Sdk)
        {
            GatewayChoice.UseSdk(services);
        }
    }
}
