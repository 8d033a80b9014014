using CallFlows.Endpoints;

namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.RemoveParticipantSucceeded</c>: someone was taken out of the call.</summary>
public sealed record RemoveParticipantSucceeded : CallEvent
{
    /// <summary>Who.</summary>
    public CallEndpoint? Participant { get; init; }
}
