using CallFlows.Durable;
using CallFlows.Engine;
using CallFlows.Functions.Durable;
using CallFlows.Functions.Tests.Hosting;
using CallFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Tests.Harness;

/// <summary>
/// Stands in the place of the embedded engine under the stories of tests/CallFlows.Tests: here the flows run through the function classes, the adapter
/// and the stand-ins for Durable Functions.
/// </summary>
internal sealed class HostedEngine(IServiceProvider provider)
{
    /// <summary>Events have no ids there; the flow drops what it has seen.</summary>
    public const RaiseEventResult Repeated = RaiseEventResult.Accepted;

    private readonly FunctionsTaskHub _hub = provider.GetRequiredService<FunctionsTaskHub>();
    private readonly DurableFunctionsClient _client = provider.GetRequiredService<DurableFunctionsClient>();

    public IOrchestrationClient Client => _client;

    public static void Add(IServiceCollection services, VirtualTimeProvider clock, bool replay)
    {
        services.AddLogging().AddSingleton<TimeProvider>(clock).AddDurableFunctions();
        services.AddSingleton(provider => new FunctionsTaskHub(
            () => provider,
            new EngineOptions { TimeProvider = clock, DropAfterEveryEvent = replay, OnBusy = clock.Enter, OnIdle = clock.Exit }));
    }

    public async Task StartAsync()
    {
        await _hub.Engine.StartAsync();
        _client.Use(_hub.Client);
    }

    public async Task<int> CountAsync(string instanceId, HistoryEventType type) =>
        (await _hub.Engine.GetHistoryAsync(instanceId))!.Count(e => e.Type == type);

    public async Task<string?> SourceOfAsync(string instanceId, string activity) =>
        (await _hub.Engine.GetHistoryAsync(instanceId))!
            .Where(e => e.Type == HistoryEventType.ActivityScheduled && e.Name == DurableNames.Activity)
            .Select(e => e.Payload.To<ActivityCall>()!)
            .Single(call => call.Name == activity).Source;
}
