using CallFlows.Actions;
using CallFlows.CallAutomation.Callbacks;
using CallFlows.CallAutomation.EventGrid;
using CallFlows.CallAutomation.Gateway;
using CallFlows.CallAutomation.Recordings;
using CallFlows.CallAutomation.Security;
using CallFlows.Recordings;
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
        options.UseDefaultCredential().Validate();
        return services.AddCallAutomation(_ => options);
    }

    /// <summary>
    /// Adds the same with settings that are known only once the container is built. Each part checks the settings it uses when it is first
    /// asked for. What was registered before stays: a <see cref="TimeProvider"/>, an <see cref="ICallGateway"/>, an
    /// <see cref="ICallbackAddresses"/>, an <see cref="HttpClient"/> with the key <see cref="HttpClientKey"/>.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <param name="options">Gives the settings, once.</param>
    public static IServiceCollection AddCallAutomation(this IServiceCollection services, Func<IServiceProvider, CallAutomationOptions> options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(provider => options(provider).UseDefaultCredential());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton(HttpClientKey, (_, _) => CreateHttpClient());
        services.AddSingleton(provider => new CallbackSecret(Options(provider).DecodeMasterKey()));
        services.TryAddSingleton<ICallbackAddresses>(provider => new CallbackAddresses(
            Options(provider).PublicBaseUri!, provider.GetRequiredService<CallbackSecret>()));
        services.AddSingleton<CallbackParser>();
        services.AddSingleton<CallbackSieve>();
        services.AddSingleton<EventGridParser>();
        services.TryAddSingleton(new CloudEventsHandshake());
        services.TryAddSingleton<ICallGateway>(provider => new RestCallGateway(
            Options(provider).Gateway,
            provider.GetRequiredService<ICallbackAddresses>(),
            provider.GetRequiredKeyedService<HttpClient>(HttpClientKey),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IRecordingFiles>(provider => new RestRecordingFiles(
            Options(provider).Gateway,
            provider.GetRequiredKeyedService<HttpClient>(HttpClientKey),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new CallbackTokenValidator(
            Options(provider).CallbackTokens,
            provider.GetRequiredKeyedService<HttpClient>(HttpClientKey),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<CallbackTokenValidator>>() ?? NullLogger<CallbackTokenValidator>.Instance));
        return services;
    }

    private static CallAutomationOptions Options(IServiceProvider provider) => provider.GetRequiredService<CallAutomationOptions>();

    // Connections are renewed so that changes in DNS are seen; the pipeline has time-outs of its own.
    private static HttpClient CreateHttpClient() => new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
