namespace CallFlows.Flows;

/// <summary>Whom an event of the service has reached.</summary>
/// <param name="Handlers">How many handlers of the application will get it.</param>
/// <param name="Flows">The instances that have it.</param>
public sealed record ServiceEventReceipt(int Handlers, IReadOnlyList<string> Flows);
