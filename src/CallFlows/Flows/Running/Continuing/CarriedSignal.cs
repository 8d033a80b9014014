using CallFlows.Durable;

namespace CallFlows.Flows.Running.Continuing;

/// <summary>A signal that came and that nobody has taken.</summary>
internal sealed record CarriedSignal(string Name, Payload Data);
