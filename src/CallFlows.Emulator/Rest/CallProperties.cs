using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.Streams;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

/// <summary>The properties of a call, as the service shows them.</summary>
internal static class CallProperties
{
    /// <summary>In the answer to create and answer.</summary>
    public static CallConnectionPropertiesModel New(CallConnection call) => Common(call) with
    {
        MediaStreamingSubscription = ShowsMedia(call)
            ? new()
            {
                Id = call.Settings.MediaSubscriptionId,
                State = State(call.Streams.Media),
                SubscribedContentTypes = ["audio"],
            }
            : null,
        TranscriptionSubscription = call.Streams.Transcription is { } transcription ? Of(call, transcription) : null,
    };

    /// <summary>In the answer to a get.</summary>
    public static CallConnectionPropertiesModel Current(CallConnection call) => Common(call) with
    {
        MediaStreamingSubscription = ShowsMedia(call)
            ? call.Streams.Media is { } media
                ? new() { Id = call.Settings.MediaSubscriptionId, State = State(media), SubscribedContentTypes = [MediaStreamingContents.Audio] }
                : new() { State = SubscriptionStates.Disabled }
            : null,
        TranscriptionSubscription = ShowsMedia(call)
            ? call.Streams.Transcription is { } transcription
                ? Of(call, transcription)
                : new() { State = SubscriptionStates.Disabled, SubscribedResultTypes = [] }
            : null,
    };

    private static CallConnectionPropertiesModel Common(CallConnection call)
    {
        ConnectionSettings settings = call.Settings;
        bool creating = settings.AnsweredBy is null && call.State == ConnectionState.Connecting;
        bool showsIds = settings.ApiVersion == ApiVersions.V2024_09_01_Preview;
        return new()
        {
            CallConnectionId = call.Id,
            ServerCallId = creating ? null : call.Conversation.ServerCallId,
            Targets = settings.Targets.Select(WireModels.Identifier).ToArray(),
            CallConnectionState = State(call.State),
            CallbackUri = settings.CallbackUri,
            SourceCallerIdNumber = settings.SourceCallerIdNumber is { } number ? new() { Value = number } : null,
            SourceDisplayName = settings.SourceDisplayName,
            Source = WireModels.Identifier(settings.Source),
            CorrelationId = call.Conversation.CorrelationId,
            AnsweredBy = settings.AnsweredBy is { } user ? new() { Id = user.RawId } : null,
            MediaSubscriptionId = showsIds ? settings.MediaSubscriptionId : null,
            DataSubscriptionId = showsIds ? settings.DataSubscriptionId : null,
            AnsweredFor = settings.AnsweredFor is { } called ? new() { Value = called } : null,
        };
    }

    private static TranscriptionSubscriptionModel Of(CallConnection call, TranscriptionStream transcription) => new()
    {
        Id = call.Settings.DataSubscriptionId,
        State = State(transcription),
        SubscribedResultTypes = transcription.HasIntermediateResults
            ? [TranscriptionResultTypes.Final, TranscriptionResultTypes.Intermediate]
            : [TranscriptionResultTypes.Final],
        Locale = transcription.Locale,
    };

    private static string State(ServiceStream? stream) => stream switch
    {
        null => SubscriptionStates.Disabled,
        { IsActive: true } => SubscriptionStates.Active,
        _ => SubscriptionStates.Inactive,
    };

    private static bool ShowsMedia(CallConnection call) =>
        string.CompareOrdinal(call.Settings.ApiVersion, ApiVersions.V2023_10_15) > 0;

    private static string State(ConnectionState state) => state switch
    {
        ConnectionState.Connecting => CallConnectionStates.Connecting,
        ConnectionState.Connected => CallConnectionStates.Connected,
        ConnectionState.Transferring => CallConnectionStates.Transferring,
        _ => CallConnectionStates.Disconnected,
    };
}
