using CallFlows.Actions;
using CallFlows.AspNetCore.Callbacks;
using CallFlows.AspNetCore.Settings;
using CallFlows.CallAutomation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CallFlows.AspNetCore.Registration;

/// <summary>Registers Call Automation with this room's settings, and with callback addresses under its own prefix.</summary>
internal static class CallAutomationParts
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<CallbackMount>();
        services.TryAddSingleton<ICallbackAddresses, MountedCallbackAddresses>();
        services.AddSingleton<CallbackListener>();
        services.AddSingleton<ICallbackListener>(provider => provider.GetRequiredService<CallbackListener>());
        services.AddHostedService(provider => provider.GetRequiredService<CallbackListener>());
        services.AddCallAutomation(provider =>
            CallAutomationSettings.From(provider.GetRequiredService<IOptions<CallFlowsServerOptions>>().Value));
    }
}
