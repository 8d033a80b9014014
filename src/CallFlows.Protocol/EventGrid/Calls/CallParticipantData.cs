namespace CallFlows.Protocol.EventGrid;

/// <summary>What an event about one participant of a call tells.</summary>
public abstract record CallParticipantData : CallData
{
    /// <summary>Who joined or left.</summary>
    public CallPartyModel? User { get; init; }

    /// <summary>The name shown.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Names the participant in this call.</summary>
    public string? ParticipantId { get; init; }

    /// <summary>The client used.</summary>
    public string? UserAgent { get; init; }
}
