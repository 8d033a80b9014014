using CallFlows.Endpoints;

namespace CallFlows.Actions;

/// <summary>Someone in a call.</summary>
/// <param name="Endpoint">Who.</param>
/// <param name="IsMuted">Whether the others don't hear them.</param>
/// <param name="IsOnHold">Whether they are on hold.</param>
public sealed record CallParticipant(CallEndpoint Endpoint, bool IsMuted = false, bool IsOnHold = false);
