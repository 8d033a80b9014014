using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Endpoints;
using CallFlows.Events;

namespace CallFlows.Flows.Running;

/// <summary>Which events end which action, and what the service's codes mean for a flow.</summary>
internal static class ActionOutcomes
{
    public static bool Ends(CallAction action, CallEvent callEvent) => action switch
    {
        AnswerCall => callEvent is CallConnected or AnswerFailed,
        CreateCall => callEvent is CallConnected or CreateCallFailed,
        ConnectCall => callEvent is CallConnected or ConnectFailed,
        Play => callEvent is PlayCompleted or PlayFailed or PlayCanceled,
        Recognize => callEvent is RecognizeCompleted or RecognizeFailed or RecognizeCanceled,
        TransferCall => callEvent is CallTransferAccepted or CallTransferFailed,
        AddParticipant => callEvent is AddParticipantSucceeded or AddParticipantFailed,
        MoveParticipants => callEvent is MoveParticipantSucceeded or MoveParticipantFailed,
        CancelAddParticipant => callEvent is CancelAddParticipantSucceeded or CancelAddParticipantFailed,
        RemoveParticipant => callEvent is RemoveParticipantSucceeded or RemoveParticipantFailed,
        SendDtmfTones => callEvent is SendDtmfTonesCompleted or SendDtmfTonesFailed,
        StopContinuousDtmfRecognition => callEvent is ContinuousDtmfRecognitionStopped,
        StartMediaStreaming => callEvent is MediaStreamingStarted or MediaStreamingFailed,
        StopMediaStreaming => callEvent is MediaStreamingStopped or MediaStreamingFailed,
        StartTranscription => callEvent is TranscriptionStarted or TranscriptionFailed,
        StopTranscription => callEvent is TranscriptionStopped or TranscriptionFailed,
        UpdateTranscription => callEvent is TranscriptionUpdated or TranscriptionFailed,
        UnmuteParticipant unmute => Shows(callEvent, unmute.Participant, participant => !participant.IsMuted),
        MuteParticipant mute => Shows(callEvent, mute.Participant, participant => participant.IsMuted),
        Hold hold => callEvent is HoldFailed || Shows(callEvent, hold.Participant, participant => participant.IsOnHold),
        Unhold unhold => Shows(callEvent, unhold.Participant, participant => !participant.IsOnHold),
        _ => false,
    };

    /// <summary>Whether events that end an action are all that it ends with: moving several ends with one for each.</summary>
    public static bool AreAll(CallAction action, IReadOnlyList<CallEvent> ends) =>
        action is not MoveParticipants move || move.Participants.All(participant => ends.Any(end => Moved(end) == participant));

    /// <summary>Whom an event says to have been moved, or not.</summary>
    public static CallEndpoint? Moved(CallEvent callEvent) => callEvent switch
    {
        MoveParticipantSucceeded moved => moved.Participant,
        MoveParticipantFailed failed => failed.Participant,
        _ => null,
    };

    /// <summary>Whether an action brings a call about, whose connection its answer or its first event tells.</summary>
    public static bool BringsAbout(CallAction action) => action is AnswerCall or CreateCall or ConnectCall;

    /// <summary>
    /// Whether an action is done when the service has answered and nothing was heard for a moment: what it changes is shown by no event
    /// of its own, and by none at all where it was so before.
    /// </summary>
    public static bool MayEndSilently(CallAction action) => action is MuteParticipant or UnmuteParticipant or Hold or Unhold or StopContinuousDtmfRecognition;

    /// <summary>
    /// Reads why somebody was not reached from a failure's codes: SIP statuses, or the service's sub codes (8538 declined, 8539 and 8540
    /// busy, 8541 unavailable, 8542 cancelled, 8544 unreachable, 8587 not answered in time).
    /// </summary>
    public static DialOutcome NotReached(ResultInformation? result) => result switch
    {
        null => DialOutcome.Failed,
        { SubCode: 8538 } or { Code: 603 } => DialOutcome.Declined,
        { SubCode: 8539 or 8540 } or { Code: 486 or 600 } => DialOutcome.Busy,
        { SubCode: 8541 or 8587 } or { Code: 408 or 480 } => DialOutcome.NoAnswer,
        { SubCode: 8542 } or { Code: 487 } => DialOutcome.Cancelled,
        { SubCode: 8544 } or { Code: 404 or 410 or 484 or 604 } => DialOutcome.Unreachable,
        _ => DialOutcome.Failed,
    };

    /// <summary>Whether an error says that the call is not there any more (8522 not found, 8528 terminated, 8543 does not exist).</summary>
    public static bool SaysCallIsGone(CallActionError error) =>
        error.Status is 404 or 410 || error.SubCode is 8522 or 8528 or 8543 || error.Code is "8522" or "8528" or "8543";

    /// <summary>Whether "not found" may be about a participant, a recording or a stream rather than about the call: the service says it of all with 8522.</summary>
    public static bool NamesAnother(CallAction action) => action
        is GetParticipant or MoveParticipants or RemoveParticipant or CancelAddParticipant or MuteParticipant or UnmuteParticipant or Hold or Unhold or SendDtmfTones
        or StartContinuousDtmfRecognition or StopContinuousDtmfRecognition
        or StartMediaStreaming or StopMediaStreaming or StartTranscription or UpdateTranscription or StopTranscription
        or PauseRecording or ResumeRecording or StopRecording or GetRecordingState or TransferCall { Transferee: not null } or Play { To.Count: > 0 };

    private static bool Shows(CallEvent callEvent, CallEndpoint participant, Func<CallParticipant, bool> isSo) =>
        callEvent is ParticipantsUpdated { Participants: { } participants } && participants.Any(present => present.Endpoint == participant && isSo(present));

    /// <summary>Notes in the transcript that an action has failed, and gives what its author's line throws.</summary>
    public static CallActionException Failure(CallAction action, CallEvent callEvent, TranscriptRecorder transcript) => Failure(
        new CallActionError(
            action.Name,
            callEvent.Result?.Code ?? 0,
            null,
            callEvent.Result?.SubCode,
            string.IsNullOrEmpty(callEvent.Result?.Message) ? $"the service reported {callEvent.GetType().Name}" : callEvent.Result.Message),
        transcript);

    /// <summary>Notes in the transcript that an action has failed, and gives what its author's line throws.</summary>
    public static CallActionException Failure(CallActionError error, TranscriptRecorder transcript)
    {
        transcript.Service(TranscriptKind.Error, error.ToString());
        return new CallActionException(error);
    }
}
