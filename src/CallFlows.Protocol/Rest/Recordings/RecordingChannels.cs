namespace CallFlows.Protocol.Rest;

/// <summary>Values of <see cref="StartCallRecordingRequest.RecordingChannelType"/>.</summary>
public static class RecordingChannels
{
    /// <summary>Everybody on one channel.</summary>
    public const string Mixed = "mixed";

    /// <summary>Up to five participants on channels of their own.</summary>
    public const string Unmixed = "unmixed";
}
