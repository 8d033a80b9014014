namespace CallFlows.Protocol.EventGrid;

/// <summary>A communication user has joined a call.</summary>
public sealed record CallParticipantAddedData : WireModel
{
    /// <summary>Who started the call.</summary>
    public CallPartyModel? StartedBy { get; init; }

    /// <summary>The conversation.</summary>
    public string? ServerCallId { get; init; }

    /// <summary>The group call, when it is one.</summary>
    public CallScopeModel? Group { get; init; }

    /// <summary>The room, when the call is in one.</summary>
    public CallScopeModel? Room { get; init; }

    /// <summary>True for a call of two.</summary>
    public bool? IsTwoParty { get; init; }

    /// <summary>Ties logs and events of the call together.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>True for a call in a room.</summary>
    public bool? IsRoomsCall { get; init; }

    /// <summary>Who joined or left.</summary>
    public CallPartyModel? User { get; init; }

    /// <summary>The name shown.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Names the participant in this call.</summary>
    public string? ParticipantId { get; init; }

    /// <summary>The client used.</summary>
    public string? UserAgent { get; init; }
}
