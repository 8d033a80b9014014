namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.TranscriptionStopped</c>: speech is no longer transcribed.</summary>
public sealed record TranscriptionStopped : CallEvent
{
    /// <summary>The service's word on it.</summary>
    public string? StatusDetails { get; init; }
}
