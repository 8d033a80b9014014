namespace CallFlows.Protocol.Callbacks;

/// <summary>Audio streaming failed.</summary>
public sealed record MediaStreamingFailedData : CallbackData
{
    /// <summary>State of the stream.</summary>
    public MediaStreamingUpdateModel? MediaStreamingUpdate { get; init; }
}
