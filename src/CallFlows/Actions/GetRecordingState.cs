namespace CallFlows.Actions;

/// <summary>Asks whether a recording records.</summary>
/// <param name="RecordingId">Which recording.</param>
public sealed record GetRecordingState(string RecordingId) : CallAction;
