using CallFlows.Durable;
using CallFlows.Engine;
using CallFlows.Engine.Tests.Conformance;
using CallFlows.Engine.Tests.Time;
using CallFlows.Functions.Durable;
using CallFlows.Functions.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Functions.Tests.Conformance;

/// <summary>The adapter to Durable Functions, over stand-ins for the official packages that keep their state in the embedded engine.</summary>
internal sealed class DurableFunctionsUnderTest : IEngineUnderTest
{
    private readonly ManualTimeProvider _clock = new();
    private readonly EnginePulse _pulse;
    private readonly FunctionsTaskHub _hub;
    private IServiceProvider _app;

    private DurableFunctionsUnderTest(DurableRegistry registry, bool replay)
    {
        _pulse = new EnginePulse(_clock);
        _app = App(registry);
        _hub = new FunctionsTaskHub(
            () => _app, new EngineOptions { TimeProvider = _clock, OnBusy = _pulse.OnBusy, OnIdle = _pulse.OnIdle, DropAfterEveryEvent = replay });
    }

    public IOrchestrationClient Client => _app.GetRequiredService<DurableFunctionsClient>();

    public DateTimeOffset Now => _clock.GetUtcNow();

    public static async Task<DurableFunctionsUnderTest> StartAsync(DurableRegistry registry, bool replay)
    {
        DurableFunctionsUnderTest started = new(registry, replay);
        await started._hub.Engine.StartAsync();
        started._app.GetRequiredService<DurableFunctionsClient>().Use(started._hub.Client);
        return started;
    }

    public Task SettleAsync() => _pulse.SettleAsync();

    public Task AdvanceAsync(TimeSpan time) => _pulse.AdvanceAsync(time);

    public Task DropLiveExecutionsAsync()
    {
        _hub.Engine.DropLiveExecutions();
        return Task.CompletedTask;
    }

    /// <summary>The app is deployed anew; the task hub is as it was.</summary>
    public async Task RestartAsync(DurableRegistry registry)
    {
        await SettleAsync();
        _hub.Engine.DropLiveExecutions();
        _app = App(registry);
        _app.GetRequiredService<DurableFunctionsClient>().Use(_hub.Client);
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private ServiceProvider App(DurableRegistry registry) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(registry)
        .AddSingleton<TimeProvider>(_clock)
        .AddDurableFunctions()
        .BuildServiceProvider();
}
