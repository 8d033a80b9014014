using CallFlows.Endpoints;

namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.MoveParticipantFailed</c>: someone could not be moved here.</summary>
public sealed record MoveParticipantFailed : CallEvent
{
    /// <summary>Who.</summary>
    public CallEndpoint? Participant { get; init; }

    /// <summary>The connection id of the call they are in.</summary>
    public string? FromCall { get; init; }
}
