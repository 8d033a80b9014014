namespace CallFlows.Actions;

/// <summary>Ends a recording for good. Its files are there minutes later.</summary>
/// <param name="RecordingId">Which recording.</param>
public sealed record StopRecording(string RecordingId) : CallAction;
