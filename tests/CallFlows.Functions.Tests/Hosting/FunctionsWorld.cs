using System.Security.Cryptography;
using CallFlows.AspNetCore.Settings;
using CallFlows.Durable;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using CallFlows.Functions.Hosting;
using CallFlows.Testing.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallFlows.Functions.Tests.Hosting;

/// <summary>
/// A Functions app with its host and task hub, the emulator and its phones, on one clock that jumps over every wait. Everything reaches the app
/// through its function classes.
/// </summary>
internal sealed class FunctionsWorld : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FunctionsWorld(VirtualTimeProvider time, CallAutomationEmulator emulator, WebApplication app, FunctionsTaskHub hub, Uri url)
    {
        Time = time;
        Emulator = emulator;
        _app = app;
        Hub = hub;
        Http = new HttpClient { BaseAddress = new Uri(url, "/callflows/") };
        Url = url;
    }

    public VirtualTimeProvider Time { get; }

    public CallAutomationEmulator Emulator { get; }

    public FunctionsTaskHub Hub { get; }

    public Uri Url { get; }

    /// <summary>Sends requests to the app's routes, without a key.</summary>
    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public IOrchestrationClient Orchestrations => Services.GetRequiredService<IOrchestrationClient>();

    public CallFlowClient Flows => Services.GetRequiredService<CallFlowClient>();

    /// <param name="flows">Names the flows.</param>
    /// <param name="services">Adds services that activities need.</param>
    /// <param name="gateway">What sends the actions.</param>
    /// <param name="replay">Whether every flow is replayed after each event, as on Durable Functions without extended sessions.</param>
    public static async Task<FunctionsWorld> StartAsync(
        Action<CallFlowsBuilder> flows, Action<IServiceCollection>? services = null, GatewayKind gateway = GatewayKind.Sdk, bool replay = true)
    {
        VirtualTimeProvider time = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        using IDisposable held = time.Hold();
        CallAutomationEmulator emulator = await CallAutomationEmulator.StartAsync(
            options =>
            {
                options.Seed = 1;
                options.Prompts.FetchFiles = false;
                options.OnBusy = time.Enter;
                options.OnIdle = time.Exit;
            },
            time: time);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["CallFlows:PublicUrl"] = "http://127.0.0.1",
            ["CallFlows:CallbackKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["CallFlows:ConnectionString"] = emulator.ConnectionString,
            ["CallFlows:Jwt:MetadataAddress"] = emulator.MetadataAddress.ToString(),
            ["CallFlows:Jwt:Audience"] = emulator.Audience,
            [GatewayChoice.Setting] = gateway.ToString(),
        });
        builder.AddCallFlowsFunctions(flows);
        services?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        FunctionsTaskHub hub = new(() => app.Services, new EngineOptions
        {
            TimeProvider = time,
            LoggerFactory = app.Services.GetRequiredService<ILoggerFactory>(),
            DropAfterEveryEvent = replay,
            OnBusy = time.Enter,
            OnIdle = time.Exit,
        });
        await hub.Engine.StartAsync();
        app.UseRouting();
        HttpFunctions.Map(app, () => hub.Client);
        await app.StartAsync();
        Uri url = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

        // Known only now that it listens; callback addresses are made of it.
        app.Services.GetRequiredService<IOptions<CallFlowsServerOptions>>().Value.PublicUrl = url;
        await emulator.SubscribeAsync(new Uri(url, $"/runtime/webhooks/eventgrid?functionName=IncomingCall&code={HttpFunctions.SystemKey}"));
        return new FunctionsWorld(time, emulator, app, hub, url);
    }

    public VirtualPhone Phone(string id) => Emulator.Phones.Get(id);

    /// <summary>Lets time pass until something has happened, and gives its result.</summary>
    public async Task<T> RunUntilAsync<T>(Task<T> done)
    {
        await Time.RunUntilAsync(done);
        return await done;
    }

    /// <summary>Sends a request with the function key, as an operator would.</summary>
    public Task<HttpResponseMessage> OperateAsync(HttpMethod method, string path, HttpContent? body = null)
    {
        HttpRequestMessage request = new(method, path) { Content = body };
        request.Headers.Add(HttpFunctions.KeyHeader, HttpFunctions.FunctionKey);
        return Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await Hub.DisposeAsync();
        await _app.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
