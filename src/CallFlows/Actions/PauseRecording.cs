namespace CallFlows.Actions;

/// <summary>Holds a recording up. <c>RecordingStateChanged</c> shows it as inactive.</summary>
/// <param name="RecordingId">Which recording.</param>
public sealed record PauseRecording(string RecordingId) : CallAction;
