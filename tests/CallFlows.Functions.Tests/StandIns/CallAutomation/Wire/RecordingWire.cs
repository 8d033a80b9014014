#nullable disable

using CallFlows.Protocol.Rest;

namespace Azure.Communication.CallAutomation;

internal static class RecordingWire
{
    public static StartCallRecordingRequest Start(StartRecordingOptions options) => new()
    {
        CallLocator = CallWire.Locator(options.CallLocator),
        RecordingStateCallbackUri = options.RecordingStateCallbackUri?.AbsoluteUri,
        RecordingContentType = options.RecordingContent.ToString(),
        RecordingChannelType = options.RecordingChannel.ToString(),
        RecordingFormatType = options.RecordingFormat.ToString(),
        AudioChannelParticipantOrdering = options.AudioChannelParticipantOrdering.Count == 0 ? null : options.AudioChannelParticipantOrdering.ToWire(),
        ChannelAffinity = options.ChannelAffinity is { Count: > 0 } affinities ? [.. affinities.Select(Affinity)] : null,
        PauseOnStart = options.PauseOnStart,
        ExternalStorage = options.RecordingStorage is AzureBlobContainerRecordingStorage storage ? Storage(storage) : null,
    };

    private static ChannelAffinityModel Affinity(ChannelAffinity affinity) => new()
    {
        Channel = affinity.Channel,
        Participant = affinity.Participant.ToWire(),
    };

    private static RecordingStorageModel Storage(AzureBlobContainerRecordingStorage storage) => new()
    {
        RecordingStorageKind = RecordingStorageKinds.AzureBlobStorage,
        RecordingDestinationContainerUrl = storage.RecordingDestinationContainerUri.AbsoluteUri,
    };
}
