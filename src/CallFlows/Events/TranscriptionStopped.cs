namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.TranscriptionStopped</c>: speech is no longer transcribed.</summary>
public sealed record TranscriptionStopped : CallStreamEvent;
