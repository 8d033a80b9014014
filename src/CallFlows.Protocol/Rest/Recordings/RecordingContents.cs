namespace CallFlows.Protocol.Rest;

/// <summary>Values of <see cref="StartCallRecordingRequest.RecordingContentType"/>.</summary>
public static class RecordingContents
{
    /// <summary>Sound alone.</summary>
    public const string Audio = "audio";

    /// <summary>Sound and pictures.</summary>
    public const string AudioVideo = "audioVideo";
}
