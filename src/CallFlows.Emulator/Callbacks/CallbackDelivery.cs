using CallFlows.Emulator.Faults;

namespace CallFlows.Emulator.Callbacks;

/// <summary>A callback on its way.</summary>
internal sealed record CallbackDelivery(string Uri, string Lane, string EventId, string Type, byte[] Body, CallbackFault Fault);
