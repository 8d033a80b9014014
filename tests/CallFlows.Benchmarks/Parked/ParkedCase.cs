using CallFlows.Benchmarks.Stores;

namespace CallFlows.Benchmarks.Parked;

/// <summary>What one process is to park, or to wake.</summary>
/// <param name="Store">Where.</param>
/// <param name="Instances">How many.</param>
/// <param name="LiveExecutions">How many the engine may keep in memory.</param>
/// <param name="Folder">The store's folder; a store on disk stays there for the next process.</param>
/// <param name="IdleSeconds">How long to watch the engine do nothing.</param>
/// <param name="IsRestart">Whether the instances are there already.</param>
internal sealed record ParkedCase(StoreKind Store, int Instances, int LiveExecutions, string Folder, double IdleSeconds, bool IsRestart);
