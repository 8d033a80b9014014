using CallFlows.Events;

namespace CallFlows.Actions;

/// <summary>A recording as the service describes it.</summary>
/// <param name="RecordingId">What names it.</param>
/// <param name="State">Whether it records now; one that was just begun does not yet.</param>
public sealed record RecordingResult(string RecordingId, RecordingState State) : CallActionResult;
