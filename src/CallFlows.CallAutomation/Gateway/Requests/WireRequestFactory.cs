using System.Diagnostics;
using CallFlows.Actions;
using CallFlows.Protocol;
using CallFlows.Protocol.Rest;

namespace CallFlows.CallAutomation.Gateway.Requests;

/// <summary>Turns actions into requests.</summary>
internal sealed class WireRequestFactory(ICallbackAddresses callbacks, Uri? cognitiveServicesEndpoint)
{
    public WireRequest Create(CallActionRequest request) => request.Action switch
    {
        CreateCall create => Make(CallAutomationOperations.CreateCall, CallBodies.Create(create, request, Callback(request), Intelligence)),
        AnswerCall answer => Make(CallAutomationOperations.AnswerCall, CallBodies.Answer(answer, request, Callback(request), Intelligence)),
        ConnectCall connect => Make(CallAutomationOperations.ConnectCall, CallBodies.Connect(connect, request, Callback(request), Intelligence)),
        RedirectCall redirect => Make(CallAutomationOperations.RedirectCall, CallBodies.Redirect(redirect)),
        RejectCall reject => Make(CallAutomationOperations.RejectCall, CallBodies.Reject(reject)),
        HangUpCall { ForEveryone: true } => OfCall(request, CallAutomationOperations.Terminate),
        HangUpCall => OfCall(request, CallAutomationOperations.HangUp),
        GetCallProperties => OfCall(request, CallAutomationOperations.GetCall),
        GetParticipants => OfCall(request, CallAutomationOperations.GetParticipants),
        GetParticipant get => new(
            CallAutomationOperations.GetParticipant, CallAutomationOperations.GetParticipant.Path(ConnectionId(request), get.Participant.RawId), null),
        MoveParticipants move => OfCall(request, CallAutomationOperations.MoveParticipants, ParticipantBodies.Move(move, request)),
        TransferCall transfer => OfCall(request, CallAutomationOperations.TransferToParticipant, CallBodies.Transfer(transfer, request)),
        AddParticipant add => OfCall(request, CallAutomationOperations.AddParticipant, ParticipantBodies.Add(add, request)),
        RemoveParticipant remove => OfCall(request, CallAutomationOperations.RemoveParticipant, ParticipantBodies.Remove(remove, request)),
        CancelAddParticipant cancel => OfCall(request, CallAutomationOperations.CancelAddParticipant, ParticipantBodies.Cancel(cancel, request)),
        Play play => OfCall(request, CallAutomationOperations.Play, MediaBodies.Play(play, request)),
        Recognize recognize => OfCall(request, CallAutomationOperations.Recognize, MediaBodies.Recognize(recognize, request)),
        SendDtmfTones send => OfCall(request, CallAutomationOperations.SendDtmfTones, MediaBodies.SendTones(send, request)),
        StartContinuousDtmfRecognition start => OfCall(
            request, CallAutomationOperations.StartContinuousDtmfRecognition, MediaBodies.ContinuousDtmf(start.Participant, request)),
        StopContinuousDtmfRecognition stop => OfCall(
            request, CallAutomationOperations.StopContinuousDtmfRecognition, MediaBodies.ContinuousDtmf(stop.Participant, request)),
        Hold hold => OfCall(request, CallAutomationOperations.Hold, MediaBodies.Hold(hold, request)),
        Unhold unhold => OfCall(request, CallAutomationOperations.Unhold, MediaBodies.Unhold(unhold, request)),
        MuteParticipant mute => OfCall(request, CallAutomationOperations.MuteParticipant, ParticipantBodies.Mute(mute, request)),
        StartRecording start => Make(CallAutomationOperations.StartRecording, RecordingBodies.Start(start, Callback(request))),
        GetRecordingState get => OfRecording(CallAutomationOperations.GetRecording, get.RecordingId),
        PauseRecording pause => OfRecording(CallAutomationOperations.PauseRecording, pause.RecordingId),
        ResumeRecording resume => OfRecording(CallAutomationOperations.ResumeRecording, resume.RecordingId),
        StopRecording stop => OfRecording(CallAutomationOperations.StopRecording, stop.RecordingId),
        StartMediaStreaming => OfCall(request, CallAutomationOperations.StartMediaStreaming, StreamBodies.Change(request)),
        StopMediaStreaming => OfCall(request, CallAutomationOperations.StopMediaStreaming, StreamBodies.Change(request)),
        StartTranscription start => OfCall(request, CallAutomationOperations.StartTranscription, StreamBodies.Start(start, request)),
        StopTranscription => OfCall(request, CallAutomationOperations.StopTranscription, StreamBodies.Change(request)),
        UpdateTranscription update => OfCall(request, CallAutomationOperations.UpdateTranscription, StreamBodies.Update(update, request)),
        CancelAllMedia => OfCall(request, CallAutomationOperations.CancelAllMediaOperations),
        _ => throw new UnreachableException($"No request for {request.Action.Name}."),
    };

    private CallIntelligenceOptionsModel? Intelligence =>
        cognitiveServicesEndpoint is null ? null : new() { CognitiveServicesEndpoint = cognitiveServicesEndpoint.AbsoluteUri };

    private string Callback(CallActionRequest request) => callbacks.For(request.InstanceId).AbsoluteUri;

    private static WireRequest Make<T>(CallAutomationOperation operation, T body) =>
        new(operation, operation.Path(), ProtocolJson.Write(body));

    private static WireRequest OfCall(CallActionRequest request, CallAutomationOperation operation) =>
        new(operation, operation.Path(ConnectionId(request)), null);

    private static WireRequest OfCall<T>(CallActionRequest request, CallAutomationOperation operation, T body) =>
        new(operation, operation.Path(ConnectionId(request)), ProtocolJson.Write(body));

    private static WireRequest OfRecording(CallAutomationOperation operation, string recordingId) => new(operation, operation.Path(recordingId), null);

    private static string ConnectionId(CallActionRequest request) =>
        string.IsNullOrEmpty(request.CallConnectionId)
            ? throw new ArgumentException($"{request.Action.Name} needs a call connection id.", nameof(request))
            : request.CallConnectionId;
}
