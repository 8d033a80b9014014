using CallFlows.Durable;
using CallFlows.Events;
using CallFlows.Protocol.Callbacks;
using CallFlows.Protocol.Rest;
using CallFlows.Recognition;

namespace CallFlows.CallAutomation.Mapping;

/// <summary>Turns the data of callbacks into the events of flows.</summary>
internal static class CallEventMapping
{
    /// <exception cref="FormatException">A value has no counterpart, such as a tone that doesn't exist.</exception>
    public static CallEvent ToEvent(string type, CallbackEvent callback, CallbackData data) => Specific(type, callback, data) with
    {
        CallConnectionId = data.CallConnectionId,
        ServerCallId = data.ServerCallId,
        CorrelationId = data.CorrelationId,
        OperationContext = data.OperationContext,
        Result = data.ResultInformation is { } result ? new(result.Code ?? 0, result.SubCode ?? 0, result.Message) : null,
    };

    private static CallEvent Specific(string type, CallbackEvent callback, CallbackData data) => data switch
    {
        CallConnectedData => new CallConnected(),
        CallDisconnectedData => new CallDisconnected(),
        CreateCallFailedData => new CreateCallFailed(),
        AnswerFailedData => new AnswerFailed(),
        ConnectFailedData => new ConnectFailed(),
        CallTransferFailedData => new CallTransferFailed(),
        PlayStartedData => new PlayStarted(),
        PlayCompletedData => new PlayCompleted(),
        PlayCanceledData => new PlayCanceled(),
        RecognizeCanceledData => new RecognizeCanceled(),
        ContinuousDtmfRecognitionToneFailedData => new ContinuousDtmfRecognitionToneFailed(),
        ContinuousDtmfRecognitionStoppedData => new ContinuousDtmfRecognitionStopped(),
        SendDtmfTonesCompletedData => new SendDtmfTonesCompleted(),
        SendDtmfTonesFailedData => new SendDtmfTonesFailed(),
        HoldFailedData => new HoldFailed(),
        AddParticipantSucceededData d => new AddParticipantSucceeded { Participant = d.Participant.ToEndpoint() },
        AddParticipantFailedData d => new AddParticipantFailed { Participant = d.Participant.ToEndpoint() },
        RemoveParticipantSucceededData d => new RemoveParticipantSucceeded { Participant = d.Participant.ToEndpoint() },
        RemoveParticipantFailedData d => new RemoveParticipantFailed { Participant = d.Participant.ToEndpoint() },
        MoveParticipantSucceededData d => new MoveParticipantSucceeded { Participant = d.Participant.ToEndpoint(), FromCall = d.FromCall },
        MoveParticipantFailedData d => new MoveParticipantFailed { Participant = d.Participant.ToEndpoint(), FromCall = d.FromCall },
        CancelAddParticipantSucceededData d => new CancelAddParticipantSucceeded { InvitationId = d.InvitationId },
        CancelAddParticipantFailedData d => new CancelAddParticipantFailed { InvitationId = d.InvitationId },
        CallTransferAcceptedData d => new CallTransferAccepted { TransferTarget = d.TransferTarget.ToEndpoint(), Transferee = d.Transferee.ToEndpoint() },
        ParticipantsUpdatedData d => new ParticipantsUpdated { Participants = d.Participants.ToParticipants(), SequenceNumber = d.SequenceNumber ?? 0 },
        RecordingStateChangedData d => Recording(d),
        StartRecordingFailedData d => new StartRecordingFailed { RecordingId = d.RecordingId },
        PlayFailedData d => new PlayFailed { FailedPlaySourceIndex = d.FailedPlaySourceIndex },
        RecognizeCompletedData d => Recognized(d),
        RecognizeFailedData d => new RecognizeFailed { FailedPlaySourceIndex = d.FailedPlaySourceIndex, Tones = Tones(d.DtmfResult) },
        ContinuousDtmfRecognitionToneReceivedData d => new ContinuousDtmfRecognitionToneReceived
        {
            SequenceId = d.SequenceId ?? 0,
            Tone = d.Tone is null ? null : ToneMapping.FromWire(d.Tone),
        },
        MediaStreamingStartedData d => new MediaStreamingStarted { StatusDetails = d.MediaStreamingUpdate?.MediaStreamingStatusDetails },
        MediaStreamingStoppedData d => new MediaStreamingStopped { StatusDetails = d.MediaStreamingUpdate?.MediaStreamingStatusDetails },
        MediaStreamingFailedData d => new MediaStreamingFailed { StatusDetails = d.MediaStreamingUpdate?.MediaStreamingStatusDetails },
        TranscriptionStartedData d => new TranscriptionStarted { StatusDetails = d.TranscriptionUpdate?.TranscriptionStatusDetails },
        TranscriptionStoppedData d => new TranscriptionStopped { StatusDetails = d.TranscriptionUpdate?.TranscriptionStatusDetails },
        TranscriptionUpdatedData d => new TranscriptionUpdated { StatusDetails = d.TranscriptionUpdate?.TranscriptionStatusDetails },
        TranscriptionFailedData d => new TranscriptionFailed { StatusDetails = d.TranscriptionUpdate?.TranscriptionStatusDetails },
        _ => new UnknownCallEvent { Type = type, Data = Payload.Parse(callback.Data!.Value.GetRawText()) },
    };

    private static RecordingStateChanged Recording(RecordingStateChangedData data) => new()
    {
        RecordingId = data.RecordingId,
        State = data.State == RecordingStates.Active ? RecordingState.Active : RecordingState.Inactive,
        StartDateTime = data.StartDateTime,
        RecordingKind = data.RecordingKind,
    };

    private static RecognizeCompleted Recognized(RecognizeCompletedData data) => new()
    {
        RecognitionType = data.RecognitionType switch
        {
            RecognizeInputTypes.Dtmf => RecognitionKind.Dtmf,
            RecognizeInputTypes.Speech => RecognitionKind.Speech,
            RecognizeInputTypes.SpeechOrDtmf => RecognitionKind.SpeechOrDtmf,
            RecognizeInputTypes.Choices => RecognitionKind.Choices,
            _ => null,
        },
        Tones = Tones(data.DtmfResult),
        ChoiceLabel = data.ChoiceResult?.Label,
        RecognizedPhrase = data.ChoiceResult?.RecognizedPhrase,
        Speech = data.SpeechResult?.Speech,
        Confidence = data.ChoiceResult?.Confidence ?? data.SpeechResult?.Confidence,
    };

    private static IReadOnlyList<Tone>? Tones(DtmfResultModel? result) =>
        result is null ? null : [.. (result.Tones ?? []).Select(ToneMapping.FromWire)];
}
