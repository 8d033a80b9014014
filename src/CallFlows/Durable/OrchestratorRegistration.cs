namespace CallFlows.Durable;

/// <summary>One orchestrator an engine can run.</summary>
/// <param name="Name">The name instances are started with.</param>
/// <param name="Orchestrator">Its code.</param>
/// <param name="CodeType">The class the author wrote, or null.</param>
public sealed record OrchestratorRegistration(string Name, Orchestrator Orchestrator, Type? CodeType);
