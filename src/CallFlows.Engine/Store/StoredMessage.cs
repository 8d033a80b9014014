using CallFlows.Engine.Instances;

namespace CallFlows.Engine.Store;

/// <summary>A message from one instance to another, or to itself, that is durable until its receiver's commit consumes it.</summary>
/// <param name="Id">The same whenever the same turn is run again.</param>
/// <param name="InstanceId">Who receives it.</param>
/// <param name="Content">What it says.</param>
internal sealed record StoredMessage(string Id, string InstanceId, InternalMessage Content);
