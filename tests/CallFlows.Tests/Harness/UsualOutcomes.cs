using CallFlows.Actions;
using CallFlows.Endpoints;
using CallFlows.Events;

namespace CallFlows.Tests.Harness;

/// <summary>What usually follows an action, and when.</summary>
internal static class UsualOutcomes
{
    public static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);
    public static readonly TimeSpan Talk = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan Ring = TimeSpan.FromSeconds(7);

    public static void Cause(FakeAction action, FakeService service)
    {
        switch (action.Action)
        {
            case AnswerCall:
                Establish(action, TimeSpan.FromMilliseconds(500));
                break;
            case ConnectCall:
                Establish(action, Soon);
                break;
            case CreateCall:
                Establish(action, Ring);
                break;
            case HangUpCall:
                action.Call.Disconnect(Soon, Results.Terminated);
                break;
            case Play { Loop: true }:
                action.Call.Media(action, (Soon, new PlayStarted { Result = Results.Fine }));
                break;
            case Play:
                action.Call.Media(action, (Soon, new PlayStarted { Result = Results.Fine }), (Talk, new PlayCompleted { Result = Results.Fine }));
                break;
            case Recognize recognize:
                action.Call.Media(action, (Soon, new PlayStarted { Result = Results.Fine }), (Talk, service.Caller.Answer(recognize)));
                break;
            case CancelAllMedia:
                action.Call.CancelMedia(Soon);
                break;
            case TransferCall transfer:
                action.Call.Emit(Talk, new CallTransferAccepted { OperationContext = action.Context, TransferTarget = transfer.Target, Result = Results.Fine });
                if (transfer.Transferee is null)
                {
                    action.Call.Disconnect(Talk + Soon, new ResultInformation(200, 7015, "The transfer operation completed successfully."));
                }

                break;
            case AddParticipant add:
                action.Call.Invite($"invitation-{action.Context}", Talk, async () =>
                {
                    action.Call.Join(add.Participant);
                    await action.Call.RaiseAsync(new AddParticipantSucceeded { OperationContext = action.Context, Participant = add.Participant, Result = Results.Fine });
                    await action.Call.RaiseAsync(action.Call.ParticipantsNow());
                });
                break;
            case CancelAddParticipant cancel:
                action.Call.TakeBack(cancel.InvitationId);
                action.Call.Emit(Soon, new CancelAddParticipantSucceeded { OperationContext = action.Context, InvitationId = cancel.InvitationId, Result = Results.TakenBack });
                break;
            case StartRecording start:
                action.Call.Record(Soon, RecordingState.Inactive);
                if (!start.Options.PauseOnStart)
                {
                    action.Call.Record(Talk, RecordingState.Active);
                }

                break;
            case ResumeRecording:
                action.Call.Record(Soon, RecordingState.Active);
                break;
            case PauseRecording or StopRecording:
                action.Call.Record(Soon, RecordingState.Inactive);
                break;
            case StartMediaStreaming:
                action.Call.Emit(Soon, new MediaStreamingStarted { OperationContext = action.Context, StatusDetails = "subscriptionStarted", Result = Results.Done });
                break;
            case StopMediaStreaming:
                action.Call.Emit(Soon, new MediaStreamingStopped { OperationContext = action.Context, StatusDetails = "subscriptionStopped", Result = Results.Done });
                break;
            case StartTranscription:
                action.Call.Emit(Soon, new TranscriptionStarted { OperationContext = action.Context, StatusDetails = "subscriptionStarted", Result = Results.Done });
                break;
            case UpdateTranscription:
                action.Call.Emit(Soon, new TranscriptionUpdated { OperationContext = action.Context, StatusDetails = "transcriptionLocaleUpdated", Result = Results.Done });
                break;
            case StopTranscription:
                action.Call.Emit(Soon, new TranscriptionStopped { OperationContext = action.Context, StatusDetails = "subscriptionStopped", Result = Results.Done });
                break;
            case SendDtmfTones:
                action.Call.Emit(Soon, new SendDtmfTonesCompleted { OperationContext = action.Context, Result = Results.Fine });
                break;
            case StopContinuousDtmfRecognition:
                action.Call.Emit(Soon, new ContinuousDtmfRecognitionStopped { OperationContext = action.Context, Result = Results.Terminated });
                break;
            case MuteParticipant mute:
                Change(action.Call, mute.Participant, participant => participant with { IsMuted = true });
                break;
            case UnmuteParticipant unmute:
                Change(action.Call, unmute.Participant, participant => participant with { IsMuted = false });
                break;
            case Hold hold:
                Change(action.Call, hold.Participant, participant => participant with { IsOnHold = true });
                break;
            case Unhold unhold:
                Change(action.Call, unhold.Participant, participant => participant with { IsOnHold = false });
                break;
            case MoveParticipants move:
                Move(action, move, service.Calls.Single(call => call.ConnectionId == move.FromCall));
                break;
            case RemoveParticipant remove:
                action.Call.Leave(remove.Participant);
                action.Call.Emit(Soon, new RemoveParticipantSucceeded { OperationContext = action.Context, Participant = remove.Participant, Result = Results.Fine });
                break;
        }
    }

    private static void Move(FakeAction action, MoveParticipants move, FakeCall from)
    {
        foreach (CallEndpoint participant in move.Participants)
        {
            from.Leave(participant);
            action.Call.Join(participant);
            action.Call.Emit(Soon, new MoveParticipantSucceeded
            {
                OperationContext = action.Context,
                Participant = participant,
                FromCall = move.FromCall,
                Result = Results.Fine,
            });
        }

        if (from.Participants.Count < 2)
        {
            from.Disconnect(Soon, Results.Terminated);
        }
    }

    private static void Change(FakeCall call, CallEndpoint participant, Func<CallParticipant, CallParticipant> change) => call.Later(Soon, () =>
    {
        call.Change(participant, change);
        return call.RaiseAsync(call.ParticipantsNow());
    });

    private static void Establish(FakeAction action, TimeSpan after)
    {
        action.Call.Later(after, () =>
            action.Call.IsGone
                ? Task.CompletedTask
                : action.Call.RaiseAsync(new CallConnected { OperationContext = action.Context, Result = Results.Fine }));
        action.Call.Later(after + Soon, () =>
            action.Call.IsGone ? Task.CompletedTask : action.Call.RaiseAsync(action.Call.ParticipantsNow()));
    }
}
