using CallFlows.Endpoints;

namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.AddParticipantSucceeded</c>: the invited joined.</summary>
public sealed record AddParticipantSucceeded : CallEvent
{
    /// <summary>Who.</summary>
    public CallEndpoint? Participant { get; init; }
}
