using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Media;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Streams;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Callbacks;
using CallFlows.Protocol.Identifiers;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Callbacks;

/// <summary>Turns what happens on the switchboard into callbacks of the protocol.</summary>
internal sealed class CallbackEvents(CallbackSender sender, IdSource ids, TimeProvider time, EmulatorOptions options) : ICallEvents
{
    public void CallConnected(CallConnection call) => Send(call, OfCall(call), ResultInfo.Ok, new CallConnectedData());

    public void CallDisconnected(CallConnection call, ResultInfo result) =>
        Send(call, OfCall(call), result, new CallDisconnectedData());

    public void CreateCallFailed(CallConnection call, ResultInfo result) =>
        Send(call, OfCall(call), result, new CreateCallFailedData());

    public void AnswerFailed(CallConnection call, ResultInfo result) => Send(call, OfCall(call), result, new AnswerFailedData());

    public void ConnectFailed(CallConnection call, ResultInfo result) => Send(call, OfCall(call), result, new ConnectFailedData());

    public void ParticipantsUpdated(CallConnection call, IReadOnlyList<ParticipantState> participants, int sequenceNumber) =>
        Send(call, Operation.None, ResultInfo.Ok, new ParticipantsUpdatedData
        {
            Participants = participants.Select(participant => WireModels.Participant(participant, call.Settings.ApiVersion)).ToArray(),
            SequenceNumber = sequenceNumber,
        });

    public void AddParticipantSucceeded(CallConnection call, Operation operation, PartyId participant) =>
        Send(call, operation, ResultInfo.Ok, new AddParticipantSucceededData { Participant = Identifier(participant) });

    public void AddParticipantFailed(CallConnection call, Operation operation, PartyId participant, ResultInfo result) =>
        Send(call, operation, result, new AddParticipantFailedData { Participant = Identifier(participant) });

    public void CancelAddParticipantSucceeded(CallConnection call, Operation operation, string invitationId, ResultInfo result) =>
        Send(call, operation, result, new CancelAddParticipantSucceededData { InvitationId = invitationId });

    public void CancelAddParticipantFailed(CallConnection call, Operation operation, string invitationId, ResultInfo result) =>
        Send(call, operation, result, new CancelAddParticipantFailedData { InvitationId = invitationId });

    public void RemoveParticipantSucceeded(CallConnection call, Operation operation, PartyId participant) =>
        Send(call, operation, ResultInfo.Ok, new RemoveParticipantSucceededData { Participant = Identifier(participant) });

    public void RemoveParticipantFailed(CallConnection call, Operation operation, PartyId participant, ResultInfo result) =>
        Send(call, operation, result, new RemoveParticipantFailedData { Participant = Identifier(participant) });

    public void MoveParticipantSucceeded(CallConnection call, Operation operation, PartyId participant, string fromCall) =>
        Send(call, operation, ResultInfo.Ok, new MoveParticipantSucceededData { Participant = Identifier(participant), FromCall = fromCall });

    public void MoveParticipantFailed(CallConnection call, Operation operation, PartyId participant, string fromCall, ResultInfo result) =>
        Send(call, operation, result, new MoveParticipantFailedData { Participant = Identifier(participant), FromCall = fromCall });

    public void CallTransferAccepted(CallConnection call, Operation operation, PartyId target, PartyId transferee) =>
        Send(call, operation, ResultInfo.TransferAccepted, new CallTransferAcceptedData
        {
            TransferTarget = Identifier(target),
            Transferee = Identifier(transferee),
        });

    public void CallTransferFailed(CallConnection call, Operation operation, ResultInfo result) =>
        Send(call, operation, result, new CallTransferFailedData());

    public void PlayStarted(CallConnection call, Operation operation)
    {
        // Not seen in 2024-04-15 and before.
        if (string.CompareOrdinal(call.Settings.ApiVersion, ApiVersions.V2024_04_15) > 0)
            Send(call, operation, ResultInfo.ActionCompleted, new PlayStartedData());
    }

    public void RecognizePromptStarted(CallConnection call, Operation operation)
    {
        // Recorded in 2025-08-15-preview, and known to be absent in 2024-09-01-preview.
        if (string.CompareOrdinal(call.Settings.ApiVersion, ApiVersions.V2024_09_01_Preview) > 0)
            Send(call, operation, ResultInfo.PromptStarted, new PlayStartedData());
    }

    public void PlayCompleted(CallConnection call, Operation operation) =>
        Send(call, operation, ResultInfo.ActionCompleted, new PlayCompletedData());

    public void PlayFailed(CallConnection call, Operation operation, int sourceIndex, ResultInfo result) =>
        Send(call, operation, result, new PlayFailedData { FailedPlaySourceIndex = sourceIndex });

    public void PlayCanceled(CallConnection call, Operation operation) =>
        Send(call, operation, ResultInfo.Canceled, new PlayCanceledData());

    public void RecognizeCompleted(CallConnection call, Operation operation, RecognizeOutcome outcome, ResultInfo result) =>
        Send(call, operation, result, WireModels.Recognized(outcome));

    public void RecognizeFailed(CallConnection call, Operation operation, int? sourceIndex, ResultInfo result) =>
        Send(call, operation, result, new RecognizeFailedData { FailedPlaySourceIndex = sourceIndex });

    public void RecognizeCanceled(CallConnection call, Operation operation) =>
        Send(call, operation, ResultInfo.Canceled, new RecognizeCanceledData());

    public void ToneReceived(CallConnection call, Operation operation, Tone tone, int sequenceId) =>
        Send(call, operation, ResultInfo.Ok, new ContinuousDtmfRecognitionToneReceivedData
        {
            SequenceId = sequenceId,
            Tone = Tones.ToWire(tone),
        });

    public void ContinuousDtmfStopped(CallConnection call, Operation operation) =>
        Send(call, operation, ResultInfo.ConversationEnded, new ContinuousDtmfRecognitionStoppedData());

    public void ToneFailed(CallConnection call, Operation operation, ResultInfo result) =>
        Send(call, operation, result, new ContinuousDtmfRecognitionToneFailedData());

    public void SendDtmfTonesCompleted(CallConnection call, Operation operation) =>
        Send(call, operation, ResultInfo.Ok, new SendDtmfTonesCompletedData());

    public void SendDtmfTonesFailed(CallConnection call, Operation operation, ResultInfo result) =>
        Send(call, operation, result, new SendDtmfTonesFailedData());

    public void HoldFailed(CallConnection call, Operation operation, ResultInfo result) =>
        Send(call, operation, result, new HoldFailedData());

    public void MediaStreamingChanged(CallConnection call, Operation operation, StreamChange change, string details) =>
        Send(call, operation, ResultOf(change), StreamEvents.Media(change, details));

    public void TranscriptionChanged(CallConnection call, Operation operation, StreamChange change, string details) =>
        Send(call, operation, ResultOf(change), StreamEvents.Transcription(change, details));

    public void RecordingStateChanged(Recording recording) => Send(recording, ResultInfo.Ok, new RecordingStateChangedData
    {
        RecordingId = recording.Id,
        State = recording.IsActive ? RecordingStates.Active : RecordingStates.Inactive,
        StartDateTime = recording.StartedAt ?? DateTimeOffset.MinValue,
        RecordingKind = RecordingKinds.AzureCommunicationServices,
    });

    public void StartRecordingFailed(Recording recording, ResultInfo result) =>
        Send(recording, result, new StartRecordingFailedData { RecordingId = recording.Id });

    private static ResultInfo ResultOf(StreamChange change) => change == StreamChange.Failed ? ResultInfo.StreamFailed : ResultInfo.ActionCompleted;

    private static Operation OfCall(CallConnection call) => new(call.Settings.OperationContext, null);

    private static CommunicationIdentifierModel Identifier(PartyId id) => WireModels.Identifier(id);

    // Recorded: the events about the call itself and of recordings carry a result only since 2024-09-01-preview.
    private static ResultInformationModel? Result(CallConnection call, CallbackData data, ResultInfo result) =>
        data is CallConnectedData or CallDisconnectedData or ParticipantsUpdatedData && !HasResult(call.Settings.ApiVersion)
            ? null
            : Model(result);

    private static bool HasResult(string apiVersion) => string.CompareOrdinal(apiVersion, ApiVersions.V2024_09_01_Preview) >= 0;

    private static ResultInformationModel Model(ResultInfo result) => new() { Code = result.Code, SubCode = result.SubCode, Message = result.Message };

    private void Send(Recording recording, ResultInfo result, CallbackData data)
    {
        if (recording.Settings.CallbackUri is not { } callbackUri)
            return;
        string source = CallbackSources.OfRecording(recording.Conversation.ServerCallId, recording.Id);
        CallbackData complete = data with
        {
            EventSource = source,
            Version = recording.Settings.ApiVersion,
            ResultInformation = result == ResultInfo.Ok && !HasResult(recording.Settings.ApiVersion) ? null : Model(result),
            CallConnectionId = recording.EndpointId,
            ServerCallId = recording.Conversation.ServerCallId,
            CorrelationId = recording.Conversation.CorrelationId,
        };
        CallbackEvent callback = CallbackEvent.Create(ids.NewId(), source, time.GetUtcNow(), complete);
        options.Observer?.Happened(recording.EndpointId, Name(callback), null);
        sender.Send(recording.EndpointId, callbackUri, callback, () => FaultSubject.OfConversation(Name(callback), recording.Conversation));
    }

    private void Send(CallConnection call, Operation operation, ResultInfo result, CallbackData data)
    {
        CallbackData complete = data with
        {
            Version = call.Settings.ApiVersion,
            OperationContext = operation.Context,
            ResultInformation = Result(call, data, result),
            CallConnectionId = call.Id,
            ServerCallId = call.Conversation.ServerCallId,
            CorrelationId = call.Conversation.CorrelationId,
        };
        string source = CallbackSources.OfConnection(call.Id);
        CallbackEvent callback = CallbackEvent.Create(ids.NewId(), source, time.GetUtcNow(), complete);
        options.Observer?.Happened(call.Id, Name(callback), operation.Context);
        sender.Send(call.Id, operation.CallbackUri ?? call.Settings.CallbackUri, callback, () => FaultSubject.OfCall(Name(callback), call));
    }

    private static string Name(CallbackEvent callback) => callback.Type![CallbackEventTypes.Prefix.Length..];
}
