using CallFlows.Actions;

namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.ParticipantsUpdated</c>: someone joined, left, or was muted or held. It carries no operation context, and sequence numbers have gaps and repeats.</summary>
public sealed record ParticipantsUpdated : CallEvent
{
    /// <summary>Everyone in the call now.</summary>
    public IReadOnlyList<CallParticipant>? Participants { get; init; }

    /// <summary>Grows within a connection.</summary>
    public int SequenceNumber { get; init; }
}
