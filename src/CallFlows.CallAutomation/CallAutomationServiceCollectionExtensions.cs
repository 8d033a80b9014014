using Azure.Identity;
using CallFlows.Actions;
using CallFlows.CallAutomation.Callbacks;
using CallFlows.CallAutomation.EventGrid;
using CallFlows.CallAutomation.Gateway;
using CallFlows.CallAutomation.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallFlows.CallAutomation;

/// <summary>Registers Call Automation with a service collection.</summary>
public static class CallAutomationServiceCollectionExtensions
{
    /// <summary>Key under which a host may register its own <see cref="HttpClient"/> for the gateway and the fetching of keys.</summary>
    public const string HttpClientKey = "CallFlows.CallAutomation";

    /// <summary>
    /// Adds the gateway, callback addresses, callback and Event Grid parsing and the token check. A <see cref="TimeProvider"/>, a
    /// <see cref="CloudEventsHandshake"/> or a keyed <see cref="HttpClient"/> (<see cref="HttpClientKey"/>) that is registered already is used.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Fills in the settings.</param>
    /// <returns>The same collection.</returns>
    /// <exception cref="CallAutomationOptionsException">A setting can't be used.</exception>
    public static IServiceCollection AddCallAutomation(this IServiceCollection services, Action<CallAutomationOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        CallAutomationOptions options = new();
        configure(options);
        if (options.Gateway is { Endpoint: not null, Credential: null })
            options.Gateway.Credential = DefaultCredential(options.ManagedIdentityClientId);
        options.Validate();

        CallbackSecret secret = new(options.DecodeMasterKey());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton(HttpClientKey, (_, _) => CreateHttpClient());
        services.AddSingleton(secret);
        services.AddSingleton<ICallbackAddresses>(new CallbackAddresses(options.PublicBaseUri!, secret));
        services.AddSingleton<CallbackParser>();
        services.AddSingleton<EventGridParser>();
        services.TryAddSingleton(new CloudEventsHandshake());
        services.AddSingleton<ICallGateway>(provider => new RestCallGateway(
            options.Gateway,
            provider.GetRequiredService<ICallbackAddresses>(),
            provider.GetRequiredKeyedService<HttpClient>(HttpClientKey),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new CallbackTokenValidator(
            options.CallbackTokens,
            provider.GetRequiredKeyedService<HttpClient>(HttpClientKey),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<CallbackTokenValidator>>() ?? NullLogger<CallbackTokenValidator>.Instance));
        return services;
    }

    private static DefaultAzureCredential DefaultCredential(string? managedIdentityClientId) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = managedIdentityClientId });

    // Connections are renewed so that changes in DNS are seen; the pipeline has time-outs of its own.
    private static HttpClient CreateHttpClient() => new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
