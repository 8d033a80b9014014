using CallFlows.Emulator.Media;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Streams;

namespace CallFlows.Emulator.Switchboard;

/// <summary>What the switchboard tells apps about their calls. Each method is one callback event of the protocol (wire reference, 4.3).</summary>
internal interface ICallEvents
{
    void CallConnected(CallConnection call);

    void CallDisconnected(CallConnection call, ResultInfo result);

    void CreateCallFailed(CallConnection call, ResultInfo result);

    void AnswerFailed(CallConnection call, ResultInfo result);

    void ConnectFailed(CallConnection call, ResultInfo result);

    void ParticipantsUpdated(CallConnection call, IReadOnlyList<ParticipantState> participants, int sequenceNumber);

    void AddParticipantSucceeded(CallConnection call, Operation operation, PartyId participant);

    void AddParticipantFailed(CallConnection call, Operation operation, PartyId participant, ResultInfo result);

    void CancelAddParticipantSucceeded(CallConnection call, Operation operation, string invitationId, ResultInfo result);

    void CancelAddParticipantFailed(CallConnection call, Operation operation, string invitationId, ResultInfo result);

    void RemoveParticipantSucceeded(CallConnection call, Operation operation, PartyId participant);

    void RemoveParticipantFailed(CallConnection call, Operation operation, PartyId participant, ResultInfo result);

    void MoveParticipantSucceeded(CallConnection call, Operation operation, PartyId participant, string fromCall);

    void MoveParticipantFailed(CallConnection call, Operation operation, PartyId participant, string fromCall, ResultInfo result);

    void CallTransferAccepted(CallConnection call, Operation operation, PartyId target, PartyId transferee);

    void CallTransferFailed(CallConnection call, Operation operation, ResultInfo result);

    void PlayStarted(CallConnection call, Operation operation);

    void RecognizePromptStarted(CallConnection call, Operation operation);

    void PlayCompleted(CallConnection call, Operation operation);

    void PlayFailed(CallConnection call, Operation operation, int sourceIndex, ResultInfo result);

    void PlayCanceled(CallConnection call, Operation operation);

    void RecognizeCompleted(CallConnection call, Operation operation, RecognizeOutcome outcome, ResultInfo result);

    void RecognizeFailed(CallConnection call, Operation operation, int? sourceIndex, ResultInfo result);

    void RecognizeCanceled(CallConnection call, Operation operation);

    void ToneReceived(CallConnection call, Operation operation, Tone tone, int sequenceId);

    void ContinuousDtmfStopped(CallConnection call, Operation operation);

    void ToneFailed(CallConnection call, Operation operation, ResultInfo result);

    void SendDtmfTonesFailed(CallConnection call, Operation operation, ResultInfo result);

    void SendDtmfTonesCompleted(CallConnection call, Operation operation);

    void HoldFailed(CallConnection call, Operation operation, ResultInfo result);

    void MediaStreamingChanged(CallConnection call, Operation operation, StreamChange change, string details);

    void TranscriptionChanged(CallConnection call, Operation operation, StreamChange change, string details);

    void RecordingStateChanged(Recording recording);

    void StartRecordingFailed(Recording recording, ResultInfo result);
}
