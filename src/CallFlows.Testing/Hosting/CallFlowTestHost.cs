using System.Security.Cryptography;
using CallFlows.AspNetCore.Settings;
using CallFlows.CallAutomation.Streams;
using CallFlows.Durable;
using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using CallFlows.Testing.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallFlows.Testing.Hosting;

/// <summary>
/// A whole world in one process: an application with flows, the engine under it, and the emulator with its phones, all over real HTTP on
/// 127.0.0.1 and on a clock that jumps over every wait.
/// </summary>
public sealed class CallFlowTestHost : IAsyncDisposable
{
    private const string EventsPath = "/callflows/events";

    /// <summary>How long, in real time, the clock waits for a handler of a stream. Only one that waits for the clock takes so long.</summary>
    private static readonly TimeSpan StreamGrace = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;
    private readonly StreamPace _pace;

    private CallFlowTestHost(VirtualTimeProvider time, CallAutomationEmulator emulator, WebApplication app, Uri url, StreamPace pace)
    {
        _pace = pace;
        Time = time;
        Emulator = emulator;
        _app = app;
        Url = url;
    }

    /// <summary>The clock of everything.</summary>
    public VirtualTimeProvider Time { get; }

    /// <summary>The service's stand-in.</summary>
    public CallAutomationEmulator Emulator { get; }

    /// <summary>Where the application listens.</summary>
    public Uri Url { get; }

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts flows and waits for their results.</summary>
    public CallFlowClient Flows => Services.GetRequiredService<CallFlowClient>();

    /// <summary>Looks at the orchestrations of the flows.</summary>
    public IOrchestrationClient Orchestrations => Services.GetRequiredService<IOrchestrationClient>();

    /// <summary>Starts a world.</summary>
    /// <param name="flows">Names the flows.</param>
    /// <param name="configure">Changes what else it is made of; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">The emulator is to answer late, which this clock can't wait for.</exception>
    public static async Task<CallFlowTestHost> StartAsync(
        Action<CallFlowsBuilder> flows, Action<CallFlowTestHostOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(flows);
        CallFlowTestHostOptions options = new();
        configure?.Invoke(options);

        VirtualTimeProvider time = new(options.Start);
        using IDisposable held = time.Hold();
        StreamPace pace = new(time, StreamGrace);
        CallAutomationEmulator emulator = await StartEmulatorAsync(options, time, pace, cancellationToken).ConfigureAwait(false);
        try
        {
            WebApplication app = BuildApp(flows, options, time, emulator, pace);
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            Uri url = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

            // Known only now that it listens; callback addresses are made of it.
            app.Services.GetRequiredService<IOptions<CallFlowsServerOptions>>().Value.PublicUrl = url;
            await emulator.SubscribeAsync(new Uri(url, EventsPath), cancellationToken).ConfigureAwait(false);
            return new CallFlowTestHost(time, emulator, app, url, pace);
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Takes a phone in hand.</summary>
    /// <param name="id">A number in E.164 or a raw id.</param>
    public VirtualPhone Phone(string id) => Emulator.Phones.Get(id);

    /// <summary>Lets time pass, from one event to the next, until something has happened.</summary>
    /// <param name="done">What to wait for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="InvalidOperationException">The world stands still before it has happened.</exception>
    public Task RunUntilAsync(Task done, CancellationToken cancellationToken = default) => Time.RunUntilAsync(done, cancellationToken);

    /// <summary>Lets time pass until something has happened, and gives its result.</summary>
    /// <param name="done">What to wait for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="InvalidOperationException">The world stands still before it has happened.</exception>
    public async Task<T> RunUntilAsync<T>(Task<T> done, CancellationToken cancellationToken = default)
    {
        await Time.RunUntilAsync(done, cancellationToken).ConfigureAwait(false);
        return await done.ConfigureAwait(false);
    }

    /// <summary>Stops the application, then the emulator.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        await Emulator.DisposeAsync().ConfigureAwait(false);
        _pace.Dispose();
    }

    private static Task<CallAutomationEmulator> StartEmulatorAsync(
        CallFlowTestHostOptions options, VirtualTimeProvider time, StreamPace pace, CancellationToken cancellationToken) =>
        CallAutomationEmulator.StartAsync(
            emulator =>
            {
                emulator.Seed = 1;
                emulator.Prompts.FetchFiles = false;
                options.Emulator?.Invoke(emulator);
                emulator.StreamObserver = pace;
                emulator.OnBusy = time.Enter;
                emulator.OnIdle = time.Exit;
                string? late = emulator.Faults.DelayAnswer > 0
                    ? nameof(emulator.Faults.DelayAnswer)
                    : emulator.FaultRules.FirstOrDefault(rule => rule.Kind is FaultKind.DelayAnswer or FaultKind.HangAction)?.Kind.ToString();
                if (late is not null)
                {
                    throw new ArgumentException(
                        $"{late} can't be set here: this clock stands still while the application waits for an answer.",
                        nameof(options));
                }
            },
            time: time,
            cancellationToken: cancellationToken);

    private static WebApplication BuildApp(
        Action<CallFlowsBuilder> flows, CallFlowTestHostOptions options, VirtualTimeProvider time, CallAutomationEmulator emulator, StreamPace pace)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        options.Logging?.Invoke(builder.Logging);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IStreamObserver>(pace);
        builder.Services.AddCallFlows(flows);
        builder.Services.AddSingleton(provider => new EngineOptions
        {
            TimeProvider = time,
            LoggerFactory = provider.GetRequiredService<ILoggerFactory>(),
            DropAfterEveryEvent = options.ReplayAfterEveryEvent,
            OnBusy = time.Enter,
            OnIdle = time.Exit,
        });
        builder.Services.AddOrchestrationEngine();
        builder.Services.AddCallFlowsServer(server =>
        {
            server.PublicUrl = new Uri("http://127.0.0.1");
            server.CallbackKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            server.ConnectionString = emulator.ConnectionString;
            server.Jwt.MetadataAddress = emulator.MetadataAddress;
            server.Jwt.Audience = emulator.Audience;
        });
        options.Services?.Invoke(builder.Services);

        WebApplication app = builder.Build();
        app.UseRouting();
        app.MapCallFlows();
        options.Endpoints?.Invoke(app);
        return app;
    }
}
