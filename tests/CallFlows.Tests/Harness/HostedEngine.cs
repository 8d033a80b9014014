using CallFlows.Durable;
using CallFlows.Engine;
using CallFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Tests.Harness;

/// <summary>The engine that the stories run on. The stories are also compiled elsewhere, with another one in this one's place.</summary>
internal sealed class HostedEngine(IServiceProvider provider)
{
    /// <summary>What is said of an event that comes a second time.</summary>
    public const RaiseEventResult Repeated = RaiseEventResult.Duplicate;

    private readonly OrchestrationEngine _engine = provider.GetRequiredService<OrchestrationEngine>();

    public IOrchestrationClient Client => _engine;

    /// <param name="services">What the flows are made from.</param>
    /// <param name="clock">The story's clock.</param>
    /// <param name="replay">Whether every flow is rebuilt from its history after each event.</param>
    public static void Add(IServiceCollection services, VirtualTimeProvider clock, bool replay) =>
        services.AddOrchestrationEngine(new EngineOptions
        {
            TimeProvider = clock,
            DropAfterEveryEvent = replay,
            OnBusy = clock.Enter,
            OnIdle = clock.Exit,
        });

    public Task StartAsync() => _engine.StartAsync();

    /// <summary>How many events of a type are in the history of an instance's execution.</summary>
    public async Task<int> CountAsync(string instanceId, HistoryEventType type) =>
        (await _engine.GetHistoryAsync(instanceId))!.Count(e => e.Type == type);

    /// <summary>The source line that scheduled an activity of the author's.</summary>
    public async Task<string?> SourceOfAsync(string instanceId, string activity) =>
        (await _engine.GetHistoryAsync(instanceId))!.Single(e => e.Name == activity && e.Type == HistoryEventType.ActivityScheduled).Source;
}
