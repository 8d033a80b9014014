using CallFlows.Actions;
using CallFlows.Endpoints;
using CallFlows.Recordings;
using Sdk = Azure.Communication.CallAutomation;

namespace CallFlows.Functions.Gateway.Mapping;

internal static class RecordingOptionsMapping
{
    public static Sdk.StartRecordingOptions Start(StartRecording action, Uri callback)
    {
        RecordingOptions recording = action.Options;
        Sdk.StartRecordingOptions options = new(new Sdk.ServerCallLocator(action.ServerCallId))
        {
            RecordingStateCallbackUri = callback,
            RecordingContent = recording.Content == RecordingContent.Audio ? Sdk.RecordingContent.Audio : Sdk.RecordingContent.AudioVideo,
            RecordingChannel = recording.Channel == RecordingChannel.Mixed ? Sdk.RecordingChannel.Mixed : Sdk.RecordingChannel.Unmixed,
            RecordingFormat = recording.Format switch
            {
                RecordingFormat.Mp3 => Sdk.RecordingFormat.Mp3,
                RecordingFormat.Mp4 => Sdk.RecordingFormat.Mp4,
                _ => Sdk.RecordingFormat.Wav,
            },
            PauseOnStart = recording.PauseOnStart,
        };
        foreach (CallEndpoint participant in recording.ParticipantOrder)
            options.AudioChannelParticipantOrdering.Add(participant.ToIdentifier());
        if (recording.ChannelAffinity.Count > 0)
            options.ChannelAffinity = [.. recording.ChannelAffinity.Select(Affinity)];
        if (recording.StorageContainer is { } container)
            options.RecordingStorage = Sdk.RecordingStorage.CreateAzureBlobContainerRecordingStorage(container);
        return options;
    }

    private static Sdk.ChannelAffinity Affinity(ChannelAffinity affinity) => new(affinity.Participant.ToIdentifier()) { Channel = affinity.Channel };
}
