using CallFlows.Durable;

namespace CallFlows.Functions.Durable;

/// <summary>
/// The input of the one orchestrator: which flow to run, and what with. The tags are here too, because not every task hub keeps an instance's tags.
/// </summary>
/// <param name="Orchestrator">The name the flow was registered under.</param>
/// <param name="Version">The version of its code, also told to the task hub.</param>
/// <param name="Input">What the flow starts with.</param>
/// <param name="Tags">What the instance can be found by; null for nothing.</param>
public sealed record FlowStart(string Orchestrator, int Version, Payload Input, IReadOnlyDictionary<string, string>? Tags = null);
