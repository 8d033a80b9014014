namespace CallFlows.Actions;

/// <summary>Goes on with a recording that was paused. <c>RecordingStateChanged</c> shows it as active.</summary>
/// <param name="RecordingId">Which recording.</param>
public sealed record ResumeRecording(string RecordingId) : CallAction;
