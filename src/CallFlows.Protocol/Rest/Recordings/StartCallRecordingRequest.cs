using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>POST /calling/recordings</c>.</summary>
public sealed record StartCallRecordingRequest : WireModel
{
    /// <summary>The call, by locator; or <see cref="CallConnectionId"/>.</summary>
    public CallLocatorModel? CallLocator { get; init; }

    /// <summary>The call, by connection id; or <see cref="CallLocator"/>.</summary>
    public string? CallConnectionId { get; init; }

    /// <summary>Absolute URI for RecordingStateChanged events.</summary>
    public string? RecordingStateCallbackUri { get; init; }

    /// <summary><c>audio</c> or <c>audioVideo</c>.</summary>
    public string? RecordingContentType { get; init; }

    /// <summary><c>mixed</c> or <c>unmixed</c>.</summary>
    public string? RecordingChannelType { get; init; }

    /// <summary><c>wav</c>, <c>mp3</c> or <c>mp4</c>.</summary>
    public string? RecordingFormatType { get; init; }

    /// <summary>Order of participants on the channels of an unmixed recording.</summary>
    public IReadOnlyList<CommunicationIdentifierModel>? AudioChannelParticipantOrdering { get; init; }

    /// <summary>Pins participants to channels.</summary>
    public IReadOnlyList<ChannelAffinityModel>? ChannelAffinity { get; init; }

    /// <summary>True starts the recording paused.</summary>
    public bool? PauseOnStart { get; init; }

    /// <summary>Where the files go.</summary>
    public RecordingStorageModel? ExternalStorage { get; init; }
}
