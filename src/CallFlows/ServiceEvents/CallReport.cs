using CallFlows.Endpoints;

namespace CallFlows.ServiceEvents;

/// <summary>
/// What events about one call have in common. The service sends them for calls with communication users (VoIP); people on telephones, bots
/// and users of Teams cause none.
/// </summary>
public abstract record CallReport : ServiceEvent
{
    private protected CallReport()
    {
    }

    /// <summary>The conversation, which all its sides share.</summary>
    public required string ServerCallId { get; init; }

    /// <summary>What support asks for.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Who started the call.</summary>
    public CallEndpoint? StartedBy { get; init; }

    /// <summary>In what role, e.g. <c>Attendee</c>, <c>Organizer</c>.</summary>
    public string? StartedByRole { get; init; }

    /// <summary>The group call it is; null for none.</summary>
    public string? GroupId { get; init; }

    /// <summary>The room it is in; null for none.</summary>
    public string? RoomId { get; init; }

    /// <summary>Whether it is a call of two.</summary>
    public bool IsTwoParty { get; init; }
}
