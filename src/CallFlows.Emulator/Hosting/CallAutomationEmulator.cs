using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.EventGrid;
using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Https;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Rest;
using CallFlows.Emulator.Streams;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;

namespace CallFlows.Emulator.Hosting;

/// <summary>An emulator in this process, listening on 127.0.0.1. Disposing it stops it.</summary>
public sealed class CallAutomationEmulator : IAsyncDisposable
{
    private readonly IServiceProvider _services;
    private readonly Func<ValueTask> _stop;

    private CallAutomationEmulator(IServiceProvider services, Func<ValueTask> stop)
    {
        _services = services;
        _stop = stop;
        EmulatorAddress address = services.GetRequiredService<EmulatorAddress>();
        Endpoint = new Uri(address.Base + "/");
        ConnectionString = address.ConnectionString;
        MetadataAddress = new Uri(address.MetadataAddress);
        bool servesHttps = services.GetRequiredService<EmulatorOptions>().Https.Port is not null;
        Https = servesHttps && address.Https is { } https ? NewHttps(https, address, services.GetRequiredService<ServerCertificate>()) : null;
        Issuer = address.Issuer;
        Audience = services.GetRequiredService<EmulatorOptions>().ResourceId.ToString();
        Phones = services.GetRequiredService<PhoneDirectory>();
        Actions = services.GetRequiredService<ActionLog>();
        Deliveries = services.GetRequiredService<DeliveryLog>();
        Streams = services.GetRequiredService<StreamDirectory>();
        Faults = services.GetRequiredService<FaultSource>();
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>Connection string for any Call Automation client.</summary>
    public string ConnectionString { get; }

    /// <summary>How to reach it by https; null unless <see cref="HttpsOptions.Port"/> was set.</summary>
    public EmulatorHttps? Https { get; }

    /// <summary>OpenID metadata of the tokens that it sends with callbacks.</summary>
    public Uri MetadataAddress { get; }

    /// <summary><c>iss</c> of those tokens.</summary>
    public string Issuer { get; }

    /// <summary><c>aud</c> of those tokens.</summary>
    public string Audience { get; }

    /// <summary>The phones that can call and be called.</summary>
    public PhoneDirectory Phones { get; }

    /// <summary>Every REST action that took effect.</summary>
    public ActionLog Actions { get; }

    /// <summary>Every callback that the application has taken.</summary>
    public DeliveryLog Deliveries { get; }

    /// <summary>Serves requests that come without a server.</summary>
    public EmulatorRequests Requests => _services.GetRequiredService<EmulatorRequests>();

    /// <summary>The streams of calls to web sockets of applications.</summary>
    public StreamDirectory Streams { get; }

    /// <summary>What goes wrong on purpose.</summary>
    public FaultSource Faults { get; }

    /// <summary>Starts an emulator.</summary>
    /// <param name="configure">Changes its settings; null for the defaults.</param>
    /// <param name="port">TCP port, 0 to 65535; 0 for a free one.</param>
    /// <param name="time">Its clock; null for the system's.</param>
    /// <param name="configureLogging">Adds logging; null for none.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The emulator, listening.</returns>
    /// <exception cref="OptionsValidationException">A setting is bad; the message names it, its value and what is allowed.</exception>
    /// <exception cref="IOException">A port is taken, or the certificate's folder can't be used.</exception>
    public static async Task<CallAutomationEmulator> StartAsync(
        Action<EmulatorOptions>? configure = null, int port = 0, TimeProvider? time = null,
        Action<ILoggingBuilder>? configureLogging = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, 65535);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseEmulatorCertificate();
        builder.Services.AddRoutingCore();
        configureLogging?.Invoke(builder.Logging);
        if (time is not null)
            builder.Services.AddSingleton(time);
        builder.Services.AddCallAutomationEmulator();
        if (configure is not null)
            builder.Services.Configure(configure);

        WebApplication app = builder.Build();
        try
        {
            app.Urls.Add($"http://127.0.0.1:{port}");
            if (app.Services.GetRequiredService<EmulatorOptions>().Https.Port is { } httpsPort)
                app.Urls.Add(HttpsHosting.AddressOn(httpsPort));
            app.UseRouting();
            app.MapCallAutomationEmulator();
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new CallAutomationEmulator(app.Services, () => StopAsync(app));
    }

    /// <summary>
    /// Starts an emulator without a server: whoever makes it brings requests to <see cref="Requests"/>. Streams and the control API need a server.
    /// </summary>
    /// <param name="server">Stands for the server; its address feature says where clients take the emulator to be.</param>
    /// <param name="configure">Changes its settings.</param>
    /// <param name="time">Its clock.</param>
    /// <exception cref="OptionsValidationException">A setting is bad; the message names it, its value and what is allowed.</exception>
    public static CallAutomationEmulator StartWithoutServer(IServer server, Action<EmulatorOptions> configure, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(configure);
        ArgumentNullException.ThrowIfNull(time);
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(server);
        services.AddSingleton(time);
        services.AddCallAutomationEmulator();
        services.Configure(configure);
        ServiceProvider provider = services.BuildServiceProvider();
        return new CallAutomationEmulator(provider, provider.DisposeAsync);
    }

    /// <summary>Sends every call of a phone to somebody who is no phone in hand to an application, as an IncomingCall of Event Grid.</summary>
    /// <param name="events">Where the application takes Event Grid events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Completes when the subscription is there.</returns>
    /// <exception cref="InvalidOperationException">There are too many subscriptions.</exception>
    public async Task SubscribeAsync(Uri events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        EventGridSubscription subscription = new(new EventGridSubscriptionOptions { Name = "app", Endpoint = events.AbsoluteUri });
        if (!_services.GetRequiredService<SubscriptionStore>().TryPut(subscription))
            throw new InvalidOperationException("There are as many subscriptions as Emulator:Limits:MaxSubscriptions allows.");
        await _services.GetRequiredService<EventGridPublisher>().ValidateAsync(subscription).WaitAsync(cancellationToken);
    }

    /// <summary>Stops listening and drops what is under way.</summary>
    /// <returns>Completes when it has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        await _stop();
        Https?.Certificate.Dispose();
    }

    private static async ValueTask StopAsync(WebApplication app)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(2));
        await app.StopAsync(limit.Token);
        await app.DisposeAsync();
    }

    private static EmulatorHttps NewHttps(string endpoint, EmulatorAddress address, ServerCertificate certificate) => new(
        new Uri(endpoint + "/"), address.ConnectionStringOf(endpoint), new Uri(EmulatorAddress.MetadataAddressOf(endpoint)),
        certificate.Public, certificate.File);
}
