namespace CallFlows.Engine.Store;

/// <summary>What is needed to go on with an instance.</summary>
/// <param name="Record">Where it stands.</param>
/// <param name="History">Its whole history; empty when it has ended for good.</param>
internal sealed record InstanceSnapshot(InstanceRecord Record, IReadOnlyList<HistoryEvent> History);
