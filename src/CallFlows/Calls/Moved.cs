using CallFlows.Endpoints;
using CallFlows.Events;

namespace CallFlows.Calls;

/// <summary>What came of bringing somebody over from another call.</summary>
/// <param name="Participant">Who.</param>
/// <param name="IsHere">Whether they are in this call now.</param>
/// <param name="Result">The service's own rating, when it gave one.</param>
public sealed record Moved(CallEndpoint Participant, bool IsHere, ResultInformation? Result = null);
