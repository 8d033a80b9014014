namespace CallFlows.Protocol.Callbacks;

/// <summary>Audio streaming runs.</summary>
public sealed record MediaStreamingStartedData : CallbackData
{
    /// <summary>State of the stream.</summary>
    public MediaStreamingUpdateModel? MediaStreamingUpdate { get; init; }
}
