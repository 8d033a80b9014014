using CallFlows.Endpoints;

namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.MoveParticipantSucceeded</c>: someone was moved here from another call.</summary>
public sealed record MoveParticipantSucceeded : CallEvent
{
    /// <summary>Who.</summary>
    public CallEndpoint? Participant { get; init; }

    /// <summary>The connection id of the call they came from.</summary>
    public string? FromCall { get; init; }
}
