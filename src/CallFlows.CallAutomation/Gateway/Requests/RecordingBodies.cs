using CallFlows.Actions;
using CallFlows.CallAutomation.Mapping;
using CallFlows.Protocol.Rest;
using CallFlows.Recordings;

namespace CallFlows.CallAutomation.Gateway.Requests;

internal static class RecordingBodies
{
    public static StartCallRecordingRequest Start(StartRecording action, string callbackUri) => new()
    {
        CallLocator = new() { Kind = CallLocatorKinds.ServerCall, ServerCallId = action.ServerCallId },
        RecordingStateCallbackUri = callbackUri,
        RecordingContentType = action.Options.Content == RecordingContent.Audio ? RecordingContents.Audio : RecordingContents.AudioVideo,
        RecordingChannelType = action.Options.Channel == RecordingChannel.Mixed ? RecordingChannels.Mixed : RecordingChannels.Unmixed,
        RecordingFormatType = action.Options.Format switch
        {
            RecordingFormat.Mp3 => RecordingFormats.Mp3,
            RecordingFormat.Mp4 => RecordingFormats.Mp4,
            _ => RecordingFormats.Wav,
        },
        AudioChannelParticipantOrdering = action.Options.ParticipantOrder.Count == 0
            ? null
            : [.. action.Options.ParticipantOrder.Select(participant => participant.ToModel())],
        ChannelAffinity = action.Options.ChannelAffinity.Count == 0 ? null : [.. action.Options.ChannelAffinity.Select(Affinity)],
        PauseOnStart = action.Options.PauseOnStart ? true : null,
        ExternalStorage = action.Options.StorageContainer is { } container ? Storage(container) : null,
    };

    private static ChannelAffinityModel Affinity(ChannelAffinity affinity) => new()
    {
        Channel = affinity.Channel,
        Participant = affinity.Participant.ToModel(),
    };

    private static RecordingStorageModel Storage(Uri container) => new()
    {
        RecordingStorageKind = RecordingStorageKinds.AzureBlobStorage,
        RecordingDestinationContainerUrl = container.AbsoluteUri,
    };
}
