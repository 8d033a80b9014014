using CallFlows.Endpoints;

namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.AddParticipantFailed</c>: the invited declined, did not answer, could not be reached, or the invitation was taken back.</summary>
public sealed record AddParticipantFailed : CallEvent
{
    /// <summary>Who.</summary>
    public CallEndpoint? Participant { get; init; }
}
