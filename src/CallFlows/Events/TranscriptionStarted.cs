namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.TranscriptionStarted</c>: speech is being transcribed.</summary>
public sealed record TranscriptionStarted : CallStreamEvent;
