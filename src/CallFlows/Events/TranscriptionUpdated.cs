namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.TranscriptionUpdated</c>: the language or model of a transcription changed.</summary>
public sealed record TranscriptionUpdated : CallStreamEvent;
