using System.Text.Json.Serialization;

namespace CallFlows.ServiceEvents;

/// <summary>
/// What the service reports through Event Grid about calls and recordings, apart from calls that ring: one record type for each event type,
/// named as the service names it. They reach an application whatever flow it runs, seconds or hours late, and in any order.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CallEnded), nameof(CallEnded))]
[JsonDerivedType(typeof(CallParticipantAdded), nameof(CallParticipantAdded))]
[JsonDerivedType(typeof(CallParticipantRemoved), nameof(CallParticipantRemoved))]
[JsonDerivedType(typeof(CallStarted), nameof(CallStarted))]
[JsonDerivedType(typeof(RecordingFileStatusUpdated), nameof(RecordingFileStatusUpdated))]
[JsonDerivedType(typeof(UserDisconnected), nameof(UserDisconnected))]
public abstract record ServiceEvent
{
    private protected ServiceEvent()
    {
    }

    /// <summary>When it happened, in UTC; null when the service does not say.</summary>
    public DateTimeOffset? Time { get; init; }
}
