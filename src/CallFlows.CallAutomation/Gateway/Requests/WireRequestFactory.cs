using System.Diagnostics;
using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Protocol;
using CallFlows.Protocol.Rest;

namespace CallFlows.CallAutomation.Gateway.Requests;

/// <summary>Turns actions into requests.</summary>
internal sealed class WireRequestFactory(ActionAddresses addresses)
{
    public WireRequest Create(CallActionRequest request) => request.Action switch
    {
        CreateCall create => Make(
            CallAutomationOperations.CreateCall, CallBodies.Create(create, request, Callback(request), Intelligence(create.Intelligence))) with
        {
            Needs = create.TeamsAppSource is null ? null : ApiAvailability.TeamsAppSource,
        },
        AnswerCall answer => Make(
            CallAutomationOperations.AnswerCall, CallBodies.Answer(answer, request, Callback(request), Intelligence(answer.Intelligence))),
        ConnectCall connect => Make(
            CallAutomationOperations.ConnectCall, CallBodies.Connect(connect, request, Callback(request), Intelligence(connect.Intelligence))),
        RedirectCall redirect => Make(CallAutomationOperations.RedirectCall, CallBodies.Redirect(redirect)),
        RejectCall reject => Make(CallAutomationOperations.RejectCall, CallBodies.Reject(reject)),
        HangUpCall { ForEveryone: true } => OfCall(request, CallAutomationOperations.Terminate),
        HangUpCall => OfCall(request, CallAutomationOperations.HangUp),
        GetCallProperties => OfCall(request, CallAutomationOperations.GetCall),
        GetParticipants => OfCall(request, CallAutomationOperations.GetParticipants),
        GetParticipant get => new(
            CallAutomationOperations.GetParticipant, CallAutomationOperations.GetParticipant.Path(CallMessages.ConnectionIdOf(request), get.Participant.RawId), null),
        MoveParticipants move => OfCall(request, CallAutomationOperations.MoveParticipants, ParticipantBodies.Move(move, Marks(request))),
        TransferCall transfer => OfCall(request, CallAutomationOperations.TransferToParticipant, CallBodies.Transfer(transfer, Marks(request))),
        AddParticipant add => OfCall(request, CallAutomationOperations.AddParticipant, ParticipantBodies.Add(add, Marks(request))),
        RemoveParticipant remove => OfCall(request, CallAutomationOperations.RemoveParticipant, ParticipantBodies.Remove(remove, Marks(request))),
        CancelAddParticipant cancel => OfCall(request, CallAutomationOperations.CancelAddParticipant, ParticipantBodies.Cancel(cancel, Marks(request))),
        Play play => OfCall(request, CallAutomationOperations.Play, MediaBodies.Play(play, Marks(request))),
        Recognize recognize => OfCall(request, CallAutomationOperations.Recognize, MediaBodies.Recognize(recognize, Marks(request))),
        SendDtmfTones send => OfCall(request, CallAutomationOperations.SendDtmfTones, MediaBodies.SendTones(send, Marks(request))),
        StartContinuousDtmfRecognition start => OfCall(
            request, CallAutomationOperations.StartContinuousDtmfRecognition, MediaBodies.ContinuousDtmf(start.Participant, Marks(request))),
        StopContinuousDtmfRecognition stop => OfCall(
            request, CallAutomationOperations.StopContinuousDtmfRecognition, MediaBodies.ContinuousDtmf(stop.Participant, Marks(request))),
        Hold hold => OfCall(request, CallAutomationOperations.Hold, MediaBodies.Hold(hold, Marks(request))),
        Unhold unhold => OfCall(request, CallAutomationOperations.Unhold, MediaBodies.Unhold(unhold, Marks(request))),
        UnmuteParticipant unmute => OfCall(
            request, CallAutomationOperations.UnmuteParticipant, ParticipantBodies.Mute(unmute.Participant, Marks(request))),
        MuteParticipant mute => OfCall(request, CallAutomationOperations.MuteParticipant, ParticipantBodies.Mute(mute.Participant, Marks(request))),
        StartRecording start => Make(CallAutomationOperations.StartRecording, RecordingBodies.Start(start, Callback(request))),
        GetRecordingState get => OfRecording(CallAutomationOperations.GetRecording, get.RecordingId),
        PauseRecording pause => OfRecording(CallAutomationOperations.PauseRecording, pause.RecordingId),
        ResumeRecording resume => OfRecording(CallAutomationOperations.ResumeRecording, resume.RecordingId),
        StopRecording stop => OfRecording(CallAutomationOperations.StopRecording, stop.RecordingId),
        StartMediaStreaming => OfCall(request, CallAutomationOperations.StartMediaStreaming, StreamBodies.Change(Marks(request))),
        StopMediaStreaming => OfCall(request, CallAutomationOperations.StopMediaStreaming, StreamBodies.Change(Marks(request))),
        StartTranscription start => OfCall(request, CallAutomationOperations.StartTranscription, StreamBodies.Start(start, Marks(request))),
        StopTranscription => OfCall(request, CallAutomationOperations.StopTranscription, StreamBodies.Change(Marks(request))),
        UpdateTranscription update => OfCall(request, CallAutomationOperations.UpdateTranscription, StreamBodies.Update(update, Marks(request))),
        CancelAllMedia => OfCall(request, CallAutomationOperations.CancelAllMediaOperations),
        _ => throw new UnreachableException($"No request for {request.Action.Name}."),
    };

    private CallIntelligenceOptionsModel? Intelligence(CallIntelligenceOptions? ofTheCall) =>
        addresses.CognitiveServices(ofTheCall) is { } endpoint ? new() { CognitiveServicesEndpoint = endpoint.AbsoluteUri } : null;

    private string Callback(CallActionRequest request) => addresses.Callback(request).AbsoluteUri;

    private OperationMarks Marks(CallActionRequest request) =>
        new(request.OperationContext, addresses.OperationCallback(request)?.AbsoluteUri);

    private static WireRequest Make<T>(CallAutomationOperation operation, T body) =>
        new(operation, operation.Path(), ProtocolJson.Write(body));

    private static WireRequest OfCall(CallActionRequest request, CallAutomationOperation operation) =>
        new(operation, operation.Path(CallMessages.ConnectionIdOf(request)), null);

    private static WireRequest OfCall<T>(CallActionRequest request, CallAutomationOperation operation, T body) =>
        new(operation, operation.Path(CallMessages.ConnectionIdOf(request)), ProtocolJson.Write(body));

    private static WireRequest OfRecording(CallAutomationOperation operation, string recordingId) => new(operation, operation.Path(recordingId), null);
}
