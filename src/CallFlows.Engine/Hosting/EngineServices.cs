using CallFlows.Durable;
using CallFlows.Engine.Execution;
using CallFlows.Engine.Instances;
using CallFlows.Engine.Store;
using Microsoft.Extensions.Logging;

namespace CallFlows.Engine.Hosting;

/// <summary>What the parts of one engine share.</summary>
internal sealed record EngineServices(
    DurableRegistry Registry,
    EngineOptions Options,
    IOrchestrationStore Store,
    WorkTracker Tracker,
    ILogger Logger)
{
    /// <summary>Hands a message to an instance, on any thread.</summary>
    public required Action<string, InstanceMessage> Send { get; init; }

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();

    /// <summary>Stops an instance whose code did something illegal outside its turns.</summary>
    public Action<StopReport> OnIllegal => field ??= Stop;

    private void Stop(StopReport report) => Send(report.InstanceId, new StopInstance(report.Generation, report.Failure));
}
