using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Https;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Rest;
using CallFlows.Emulator.Streams;
using Microsoft.Extensions.Options;

namespace CallFlows.Emulator.Hosting;

/// <summary>An emulator in this process, listening on 127.0.0.1. Disposing it stops it.</summary>
public sealed class CallAutomationEmulator : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CallAutomationEmulator(WebApplication app)
    {
        _app = app;
        EmulatorAddress address = app.Services.GetRequiredService<EmulatorAddress>();
        Endpoint = new Uri(address.Base + "/");
        ConnectionString = address.ConnectionString;
        MetadataAddress = new Uri(address.MetadataAddress);
        Https = address.Https is { } https ? NewHttps(https, address, app.Services.GetRequiredService<ServerCertificate>()) : null;
        Issuer = address.Issuer;
        Audience = app.Services.GetRequiredService<EmulatorOptions>().ResourceId.ToString();
        Phones = app.Services.GetRequiredService<PhoneDirectory>();
        Actions = app.Services.GetRequiredService<ActionLog>();
        Deliveries = app.Services.GetRequiredService<DeliveryLog>();
        Streams = app.Services.GetRequiredService<StreamDirectory>();
        Faults = app.Services.GetRequiredService<FaultSource>();
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

        return new CallAutomationEmulator(app);
    }

    /// <summary>Sends every call of a phone to somebody who is no phone in hand to an application, as an IncomingCall of Event Grid.</summary>
    /// <param name="events">Where the application takes Event Grid events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Completes when the subscription is there.</returns>
    /// <exception cref="HttpRequestException">The emulator refused the subscription.</exception>
    public async Task SubscribeAsync(Uri events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        using HttpClient client = new() { BaseAddress = Endpoint };
        using HttpResponseMessage response = await client.PutAsJsonAsync(
            "emulator/eventgrid/subscriptions/app", new { endpoint = events }, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Stops listening and drops what is under way.</summary>
    /// <returns>Completes when it has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(2));
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
        Https?.Certificate.Dispose();
    }

    private static EmulatorHttps NewHttps(string endpoint, EmulatorAddress address, ServerCertificate certificate) => new(
        new Uri(endpoint + "/"), address.ConnectionStringOf(endpoint), new Uri(EmulatorAddress.MetadataAddressOf(endpoint)),
        certificate.Public, certificate.File);
}
