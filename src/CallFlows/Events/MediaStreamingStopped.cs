namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.MediaStreamingStopped</c>: audio is no longer streamed.</summary>
public sealed record MediaStreamingStopped : CallEvent
{
    /// <summary>The service's word on it.</summary>
    public string? StatusDetails { get; init; }
}
