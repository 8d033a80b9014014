using CallFlows.Endpoints;

namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.RemoveParticipantFailed</c>: someone could not be taken out of the call.</summary>
public sealed record RemoveParticipantFailed : CallEvent
{
    /// <summary>Who.</summary>
    public CallEndpoint? Participant { get; init; }
}
