namespace CallFlows.Durable;

/// <summary>One version of an orchestrator an engine can run.</summary>
/// <param name="Name">The name instances are started with.</param>
/// <param name="Orchestrator">Its code.</param>
/// <param name="CodeType">The class the author wrote, or null.</param>
/// <param name="Version">Its version, from 1. An instance stays on the version it was started with.</param>
public sealed record OrchestratorRegistration(string Name, Orchestrator Orchestrator, Type? CodeType, int Version);
