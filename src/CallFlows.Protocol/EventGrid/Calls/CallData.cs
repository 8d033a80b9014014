using System.Text.Json.Serialization;

namespace CallFlows.Protocol.EventGrid;

/// <summary>What all events about a call of communication users tell. On the wire it comes before what is special to an event.</summary>
public abstract record CallData : WireModel
{
    /// <summary>Who started the call.</summary>
    [JsonPropertyOrder(-1)]
    public CallPartyModel? StartedBy { get; init; }

    /// <summary>The conversation.</summary>
    [JsonPropertyOrder(-1)]
    public string? ServerCallId { get; init; }

    /// <summary>The group call, when it is one.</summary>
    [JsonPropertyOrder(-1)]
    public CallScopeModel? Group { get; init; }

    /// <summary>The room, when the call is in one.</summary>
    [JsonPropertyOrder(-1)]
    public CallScopeModel? Room { get; init; }

    /// <summary>True for a call of two.</summary>
    [JsonPropertyOrder(-1)]
    public bool? IsTwoParty { get; init; }

    /// <summary>Ties logs and events of the call together.</summary>
    [JsonPropertyOrder(-1)]
    public string? CorrelationId { get; init; }

    /// <summary>True for a call in a room.</summary>
    [JsonPropertyOrder(-1)]
    public bool? IsRoomsCall { get; init; }
}
