namespace CallFlows.Engine.Store;

/// <summary>A commit would create an instance that is there already; nothing of it was applied.</summary>
internal sealed class InstanceExistsException(string instanceId) : Exception($"There is an instance '{instanceId}' already.");
