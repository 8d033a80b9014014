using System.Text.Json.Serialization;
using CallFlows.Protocol.Rest;

namespace CallFlows.Protocol.Callbacks;

/// <summary>Who is in the call, muted or on hold has changed; always the whole list.</summary>
public sealed record ParticipantsUpdatedData : CallbackData
{
    /// <summary>All participants, the app's own identity among them.</summary>
    public IReadOnlyList<CallParticipantModel>? Participants { get; init; }

    /// <summary>Grows for each connection, with gaps and repeats.</summary>
    public int? SequenceNumber { get; init; }

    /// <summary>The api-version of the call; this event names it after the result.</summary>
    [JsonPropertyOrder(WireOrder.LateVersion)]
    public override string? Version { get; init; }
}
