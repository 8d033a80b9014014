using CallFlows.Actions;
using CallFlows.AspNetCore.Callbacks;
using CallFlows.AspNetCore.Settings;
using CallFlows.CallAutomation;
using CallFlows.CallAutomation.Callbacks;
using CallFlows.CallAutomation.EventGrid;
using CallFlows.CallAutomation.Gateway;
using CallFlows.CallAutomation.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallFlows.AspNetCore.Registration;

/// <summary>Registers Call Automation with settings that are known only once the application's configuration is complete.</summary>
internal static class CallAutomationParts
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton(CallAutomationServiceCollectionExtensions.HttpClientKey, (_, _) => CreateHttpClient());
        services.AddSingleton(provider =>
        {
            // Checked at start; what uses the secret before that fails here with the same words.
            CallFlowsServerOptions settings = Settings(provider);
            return CallbackKeys.TryDecode(settings.CallbackKey, out byte[]? key)
                ? new CallbackSecret(key)
                : throw new InvalidOperationException($"{CallFlowsServerOptions.SectionName}:{nameof(settings.CallbackKey)} can't be used.");
        });
        services.AddSingleton<CallbackMount>();
        services.TryAddSingleton<ICallbackAddresses, MountedCallbackAddresses>();
        services.AddSingleton<CallbackParser>();
        services.AddSingleton<EventGridParser>();
        services.AddSingleton(new CloudEventsHandshake());
        services.TryAddSingleton<ICallGateway>(provider => new RestCallGateway(
            CallAutomationSettings.Gateway(Settings(provider)),
            provider.GetRequiredService<ICallbackAddresses>(),
            HttpClientOf(provider),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new CallbackTokenValidator(
            CallAutomationSettings.Tokens(Settings(provider)),
            HttpClientOf(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<CallbackTokenValidator>>()));
    }

    private static CallFlowsServerOptions Settings(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<CallFlowsServerOptions>>().Value;

    private static HttpClient HttpClientOf(IServiceProvider provider) =>
        provider.GetRequiredKeyedService<HttpClient>(CallAutomationServiceCollectionExtensions.HttpClientKey);

    // Connections are renewed so that changes in DNS are seen; the pipeline has time-outs of its own.
    private static HttpClient CreateHttpClient() => new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
