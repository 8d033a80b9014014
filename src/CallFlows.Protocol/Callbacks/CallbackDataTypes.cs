using System.Collections.Frozen;

namespace CallFlows.Protocol.Callbacks;

/// <summary>Which data model belongs to which event type.</summary>
public static class CallbackDataTypes
{
    private static readonly FrozenDictionary<string, Type> ByEventType = new Dictionary<string, Type>
    {
        [CallbackEventTypes.CallConnected] = typeof(CallConnectedData),
        [CallbackEventTypes.CallDisconnected] = typeof(CallDisconnectedData),
        [CallbackEventTypes.CreateCallFailed] = typeof(CreateCallFailedData),
        [CallbackEventTypes.AnswerFailed] = typeof(AnswerFailedData),
        [CallbackEventTypes.ConnectFailed] = typeof(ConnectFailedData),
        [CallbackEventTypes.AddParticipantSucceeded] = typeof(AddParticipantSucceededData),
        [CallbackEventTypes.AddParticipantFailed] = typeof(AddParticipantFailedData),
        [CallbackEventTypes.CancelAddParticipantSucceeded] = typeof(CancelAddParticipantSucceededData),
        [CallbackEventTypes.CancelAddParticipantFailed] = typeof(CancelAddParticipantFailedData),
        [CallbackEventTypes.RemoveParticipantSucceeded] = typeof(RemoveParticipantSucceededData),
        [CallbackEventTypes.RemoveParticipantFailed] = typeof(RemoveParticipantFailedData),
        [CallbackEventTypes.MoveParticipantSucceeded] = typeof(MoveParticipantSucceededData),
        [CallbackEventTypes.MoveParticipantFailed] = typeof(MoveParticipantFailedData),
        [CallbackEventTypes.CallTransferAccepted] = typeof(CallTransferAcceptedData),
        [CallbackEventTypes.CallTransferFailed] = typeof(CallTransferFailedData),
        [CallbackEventTypes.ParticipantsUpdated] = typeof(ParticipantsUpdatedData),
        [CallbackEventTypes.RecordingStateChanged] = typeof(RecordingStateChangedData),
        [CallbackEventTypes.StartRecordingFailed] = typeof(StartRecordingFailedData),
        [CallbackEventTypes.PlayStarted] = typeof(PlayStartedData),
        [CallbackEventTypes.PlayCompleted] = typeof(PlayCompletedData),
        [CallbackEventTypes.PlayFailed] = typeof(PlayFailedData),
        [CallbackEventTypes.PlayCanceled] = typeof(PlayCanceledData),
        [CallbackEventTypes.RecognizeCompleted] = typeof(RecognizeCompletedData),
        [CallbackEventTypes.RecognizeFailed] = typeof(RecognizeFailedData),
        [CallbackEventTypes.RecognizeCanceled] = typeof(RecognizeCanceledData),
        [CallbackEventTypes.ContinuousDtmfRecognitionToneReceived] = typeof(ContinuousDtmfRecognitionToneReceivedData),
        [CallbackEventTypes.ContinuousDtmfRecognitionToneFailed] = typeof(ContinuousDtmfRecognitionToneFailedData),
        [CallbackEventTypes.ContinuousDtmfRecognitionStopped] = typeof(ContinuousDtmfRecognitionStoppedData),
        [CallbackEventTypes.SendDtmfTonesCompleted] = typeof(SendDtmfTonesCompletedData),
        [CallbackEventTypes.SendDtmfTonesFailed] = typeof(SendDtmfTonesFailedData),
        [CallbackEventTypes.HoldFailed] = typeof(HoldFailedData),
        [CallbackEventTypes.MediaStreamingStarted] = typeof(MediaStreamingStartedData),
        [CallbackEventTypes.MediaStreamingStopped] = typeof(MediaStreamingStoppedData),
        [CallbackEventTypes.MediaStreamingFailed] = typeof(MediaStreamingFailedData),
        [CallbackEventTypes.TranscriptionStarted] = typeof(TranscriptionStartedData),
        [CallbackEventTypes.TranscriptionStopped] = typeof(TranscriptionStoppedData),
        [CallbackEventTypes.TranscriptionUpdated] = typeof(TranscriptionUpdatedData),
        [CallbackEventTypes.TranscriptionFailed] = typeof(TranscriptionFailedData),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> ByDataType =
        ByEventType.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>All event types with their data models.</summary>
    public static IReadOnlyDictionary<string, Type> All => ByEventType;

    /// <summary>The data model of an event type.</summary>
    /// <param name="eventType">A CloudEvent's type.</param>
    /// <returns>A subtype of <see cref="CallbackData"/>, or null when the type isn't known.</returns>
    public static Type? DataTypeOf(string eventType) => ByEventType.GetValueOrDefault(eventType);

    /// <summary>The event type of a data model.</summary>
    /// <param name="dataType">A subtype of <see cref="CallbackData"/>.</param>
    /// <returns>The CloudEvent type, or null when the model is that of unknown events.</returns>
    public static string? EventTypeOf(Type dataType) => ByDataType.GetValueOrDefault(dataType);
}
