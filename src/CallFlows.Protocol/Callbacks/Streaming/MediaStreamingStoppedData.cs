namespace CallFlows.Protocol.Callbacks;

/// <summary>Audio streaming has stopped.</summary>
public sealed record MediaStreamingStoppedData : CallbackData
{
    /// <summary>State of the stream.</summary>
    public MediaStreamingUpdateModel? MediaStreamingUpdate { get; init; }
}
