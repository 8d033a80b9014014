namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.TranscriptionFailed</c>: speech could not be transcribed.</summary>
public sealed record TranscriptionFailed : CallEvent
{
    /// <summary>The service's word on it.</summary>
    public string? StatusDetails { get; init; }
}
