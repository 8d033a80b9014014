using CallFlows.Events;
using CallFlows.ServiceEvents;

namespace CallFlows.Flows.Running.Continuing;

/// <summary>What a flow knows of a recording that goes on, for its next execution.</summary>
internal sealed record CarriedRecording(string Id, RecordingState State, DateTimeOffset? StartedAt)
{
    /// <summary>The files that were announced while it went on.</summary>
    public IReadOnlyList<RecordingFileStatusUpdated> Files { get; init; } = [];
}
