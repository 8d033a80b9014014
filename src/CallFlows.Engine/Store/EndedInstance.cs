namespace CallFlows.Engine.Store;

/// <summary>An instance that has ended for good.</summary>
internal readonly record struct EndedInstance(string InstanceId, DateTimeOffset EndedAt);
