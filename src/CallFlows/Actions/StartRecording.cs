using CallFlows.Recordings;

namespace CallFlows.Actions;

/// <summary>
/// Records a call. The service answers with a <see cref="RecordingResult"/>; <c>RecordingStateChanged</c> says when it records, under a
/// connection id of the recorder's own and without operation context.
/// </summary>
/// <param name="ServerCallId">The call.</param>
/// <param name="Options">What to record, and how.</param>
public sealed record StartRecording(string ServerCallId, RecordingOptions Options) : CallAction;
