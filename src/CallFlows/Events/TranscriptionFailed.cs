namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.TranscriptionFailed</c>: speech could not be transcribed.</summary>
public sealed record TranscriptionFailed : CallStreamEvent;
