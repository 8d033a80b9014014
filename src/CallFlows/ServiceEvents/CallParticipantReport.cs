using CallFlows.Endpoints;

namespace CallFlows.ServiceEvents;

/// <summary>What events about somebody in a call have in common.</summary>
public abstract record CallParticipantReport : CallReport
{
    private protected CallParticipantReport()
    {
    }

    /// <summary>Who.</summary>
    public CallEndpoint? User { get; init; }

    /// <summary>In what role, e.g. <c>Attendee</c>.</summary>
    public string? Role { get; init; }

    /// <summary>The name shown.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The service's id of them in this call.</summary>
    public string? ParticipantId { get; init; }

    /// <summary>The client they use.</summary>
    public string? UserAgent { get; init; }
}
