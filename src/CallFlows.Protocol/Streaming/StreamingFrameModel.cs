namespace CallFlows.Protocol.Streaming;

/// <summary>A frame that the service sends on a call's web socket: its kind, and the one part of that name.</summary>
public sealed record StreamingFrameModel : WireModel
{
    /// <summary>One of <see cref="StreamingKinds"/>, or one this library doesn't know.</summary>
    public string? Kind { get; init; }

    /// <summary>Of <see cref="StreamingKinds.AudioMetadata"/>.</summary>
    public AudioMetadataModel? AudioMetadata { get; init; }

    /// <summary>Of <see cref="StreamingKinds.AudioData"/>.</summary>
    public AudioDataModel? AudioData { get; init; }

    /// <summary>Of <see cref="StreamingKinds.DtmfData"/>.</summary>
    public DtmfDataModel? DtmfData { get; init; }

    /// <summary>Of <see cref="StreamingKinds.TranscriptionMetadata"/>.</summary>
    public TranscriptionMetadataModel? TranscriptionMetadata { get; init; }

    /// <summary>Of <see cref="StreamingKinds.TranscriptionData"/>.</summary>
    public TranscriptionDataModel? TranscriptionData { get; init; }
}
