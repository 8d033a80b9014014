namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.MediaStreamingStarted</c>: audio is being streamed.</summary>
public sealed record MediaStreamingStarted : CallEvent
{
    /// <summary>The service's word on it.</summary>
    public string? StatusDetails { get; init; }
}
