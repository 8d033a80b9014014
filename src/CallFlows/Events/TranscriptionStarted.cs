namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.TranscriptionStarted</c>: speech is being transcribed.</summary>
public sealed record TranscriptionStarted : CallEvent
{
    /// <summary>The service's word on it.</summary>
    public string? StatusDetails { get; init; }
}
