using CallFlows.Events;

namespace CallFlows.Flows.Running.Continuing;

/// <summary>What a flow knows of a recording that goes on, for its next execution.</summary>
internal sealed record CarriedRecording(string Id, RecordingState State, DateTimeOffset? StartedAt);
