namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.MediaStreamingFailed</c>: audio could not be streamed.</summary>
public sealed record MediaStreamingFailed : CallEvent
{
    /// <summary>The service's word on it.</summary>
    public string? StatusDetails { get; init; }
}
