using CallFlows.Endpoints;

namespace CallFlows.Recordings;

/// <summary>What to record, and how. Without any change: everybody's sound on one channel, as WAV, kept by the service.</summary>
public sealed record RecordingOptions
{
    /// <summary>Sound, or pictures too.</summary>
    public RecordingContent Content { get; init; } = RecordingContent.Audio;

    /// <summary>One channel for all, or one for each.</summary>
    public RecordingChannel Channel { get; init; } = RecordingChannel.Mixed;

    /// <summary>The form of the file: mixed sound is WAV or MP3, unmixed sound is WAV, pictures are MP4.</summary>
    public RecordingFormat Format { get; init; } = RecordingFormat.Wav;

    /// <summary>Participants in the order of their channels in an unmixed recording; empty for the service's order.</summary>
    public IReadOnlyList<CallEndpoint> ParticipantOrder { get; init; } = [];

    /// <summary>Participants with channels of their own in an unmixed recording; empty for none.</summary>
    public IReadOnlyList<ChannelAffinity> ChannelAffinity { get; init; } = [];

    /// <summary>Whether it begins paused.</summary>
    public bool PauseOnStart { get; init; }

    /// <summary>A container of blobs for the files, which the service's managed identity may write to; null to let the service keep them.</summary>
    public Uri? StorageContainer { get; init; }
}
