using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

/// <summary>Start, get, pause, resume and stop recordings.</summary>
internal sealed class RecordingEndpoints(SwitchboardQueue queue, RecordingCommands commands)
{
    private const int MaxChannel = 4;

    public async Task<RestAnswer> StartAsync(RestRequest request)
    {
        StartCallRecordingRequest body = request.Read<StartCallRecordingRequest>();
        CheckForm(body);
        CheckChannels(body);
        CheckStorage(body.ExternalStorage);
        RecordingSettings settings = new(
            request.ApiVersion,
            body.RecordingStateCallbackUri is null ? null : Checks.CallbackUri(body.RecordingStateCallbackUri, "recordingStateCallbackUri"),
            body.PauseOnStart ?? false,
            FormOf(body));
        return (body.CallLocator, body.CallConnectionId) switch
        {
            ({ } locator, null) => await queue.RunAsync(() => Started(commands.StartAt(Checks.Location(locator), settings))),
            (null, { Length: > 0 } id) => await queue.RunAsync(() => Started(commands.StartOf(id, settings)) with { Status = StatusCodes.Status202Accepted }),
            _ => throw ServiceFault.Invalid("Exactly one of the fields callLocator and callConnectionId is needed."),
        };
    }

    public Task<RestAnswer> GetAsync(RestRequest request) => queue.RunAsync(() => Answer(commands.Get(request.RecordingId)));

    public Task<RestAnswer> PauseAsync(RestRequest request) => queue.RunAsync(() => Done(commands.Pause(request.RecordingId)));

    public Task<RestAnswer> ResumeAsync(RestRequest request) => queue.RunAsync(() => Done(commands.Resume(request.RecordingId)));

    public Task<RestAnswer> StopAsync(RestRequest request) => queue.RunAsync(() => Done(commands.Stop(request.RecordingId)));

    // Mixed video is mp4; mixed audio is wav or mp3; unmixed is audio and wav.
    private static void CheckForm(StartCallRecordingRequest body)
    {
        bool valid = (body.RecordingContentType, body.RecordingChannelType, body.RecordingFormatType) switch
        {
            (null or RecordingContents.AudioVideo, null or RecordingChannels.Mixed, null or RecordingFormats.Mp4) => true,
            (RecordingContents.Audio, null or RecordingChannels.Mixed, null or RecordingFormats.Wav or RecordingFormats.Mp3) => true,
            (null or RecordingContents.Audio, RecordingChannels.Unmixed, null or RecordingFormats.Wav) => true,
            _ => false,
        };
        if (!valid)
        {
            throw ServiceFault.Invalid(
                "The fields recordingContentType, recordingChannelType and recordingFormatType don't go together: "
                + "mixed audioVideo is mp4, mixed audio is wav or mp3, unmixed audio is wav.");
        }
    }

    // What is left out follows from the rest; without anything, the service records sound and pictures.
    private static RecordingForm FormOf(StartCallRecordingRequest body)
    {
        string channel = body.RecordingChannelType ?? RecordingChannels.Mixed;
        bool isVideo = body.RecordingContentType switch
        {
            null => channel == RecordingChannels.Mixed,
            string content => content == RecordingContents.AudioVideo,
        };
        return new(
            isVideo ? RecordingContents.AudioVideo : RecordingContents.Audio,
            channel,
            body.RecordingFormatType ?? (isVideo ? RecordingFormats.Mp4 : RecordingFormats.Wav),
            Channels: 1);
    }

    private static void CheckChannels(StartCallRecordingRequest body)
    {
        foreach ((ChannelAffinityModel affinity, int index) in (body.ChannelAffinity ?? []).Select((affinity, index) => (affinity, index)))
        {
            if (affinity.Channel is < 0 or > MaxChannel)
                throw ServiceFault.Invalid($"The field channelAffinity[{index}].channel is {affinity.Channel}; it must be 0 to {MaxChannel}.");
            Checks.Party(affinity.Participant, $"channelAffinity[{index}].participant");
        }

        for (int i = 0; i < (body.AudioChannelParticipantOrdering?.Count ?? 0); i++)
            Checks.Party(body.AudioChannelParticipantOrdering![i], $"audioChannelParticipantOrdering[{i}]");
    }

    private static void CheckStorage(RecordingStorageModel? storage)
    {
        bool valid = storage?.RecordingStorageKind switch
        {
            null => storage is null,
            RecordingStorageKinds.AzureCommunicationServices => true,
            RecordingStorageKinds.AzureBlobStorage => Uri.TryCreate(storage.RecordingDestinationContainerUrl, UriKind.Absolute, out _),
            _ => false,
        };
        if (!valid)
        {
            throw ServiceFault.Invalid(
                "The field externalStorage needs recordingStorageKind azureCommunicationServices, or azureBlobStorage and a recordingDestinationContainerUrl.");
        }
    }

    // Recorded: the answer to a start has a chain id of its own, later ones have the call's.
    private static RestAnswer Started(Recording recording) => Answer(recording) with { CorrelationId = null };

    private static RestAnswer Answer(Recording recording) => Done(recording) with
    {
        Body = new RecordingStateResponse
        {
            RecordingId = recording.Id,
            RecordingState = recording.IsActive ? RecordingStates.Active : RecordingStates.Inactive,
            RecordingKind = RecordingKinds.AzureCommunicationServices,
        },
    };

    private static RestAnswer Done(Recording recording) => new(null, recording.Conversation.CorrelationId) { CallConnectionId = recording.EndpointId };
}
