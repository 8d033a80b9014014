using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Conformance;

/// <summary>A started engine, and what a test needs of it beyond its client.</summary>
public interface IEngineUnderTest : IAsyncDisposable
{
    IOrchestrationClient Client { get; }

    /// <summary>The engine's time.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Returns when nothing is in flight: only time or the test can make the engine go on.</summary>
    Task SettleAsync();

    /// <summary>Moves the engine's time on, timer by timer, and lets everything settle in between.</summary>
    Task AdvanceAsync(TimeSpan time);

    /// <summary>Makes the engine forget what it can rebuild.</summary>
    Task DropLiveExecutionsAsync();

    /// <summary>Stops the engine and starts the next over the same store, which runs what another registry holds.</summary>
    Task RestartAsync(DurableRegistry registry);
}
