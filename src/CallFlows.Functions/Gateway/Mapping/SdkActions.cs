using System.Diagnostics;
using CallFlows.Actions;
using CallFlows.CallAutomation.Gateway;
using Sdk = Azure.Communication.CallAutomation;

namespace CallFlows.Functions.Gateway.Mapping;

/// <summary>Calls the official client's method for each action.</summary>
/// <param name="clients">The clients.</param>
/// <param name="addresses">Where the service reports to.</param>
internal sealed class SdkActions(SdkClients clients, ActionAddresses addresses)
{
    /// <summary>Sends an action that is none of the <see cref="SdkGaps"/>.</summary>
    /// <param name="request">The action.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task SendAsync(CallActionRequest request, CancellationToken cancellationToken) => request.Action switch
    {
        // The method for groups takes every kind of target, and sends the same request as the one for a single target.
        CreateCall create => clients.For(create).CreateGroupCallAsync(
            CallOptionsMapping.Create(create, request, addresses), cancellationToken),
        AnswerCall answer => clients.Usual.AnswerCallAsync(CallOptionsMapping.Answer(answer, request, addresses), cancellationToken),
        // Not every version of the client hands the token on to the request.
        ConnectCall connect => clients.Usual.ConnectCallAsync(
            CallOptionsMapping.Connect(connect, request, addresses), cancellationToken).WaitAsync(cancellationToken),
        RedirectCall redirect => clients.Usual.RedirectCallAsync(CallOptionsMapping.Redirect(redirect), cancellationToken),
        RejectCall reject => clients.Usual.RejectCallAsync(CallOptionsMapping.Reject(reject), cancellationToken),
        HangUpCall hangUp => Connection(request).HangUpAsync(hangUp.ForEveryone, cancellationToken),
        GetCallProperties => Connection(request).GetCallConnectionPropertiesAsync(cancellationToken),
        TransferCall transfer => Connection(request).TransferCallToParticipantAsync(
            CallOptionsMapping.Transfer(transfer, Marks(request)), cancellationToken),

        GetParticipants => Connection(request).GetParticipantsAsync(cancellationToken),
        GetParticipant get => Connection(request).GetParticipantAsync(get.Participant.ToIdentifier(), cancellationToken),
        AddParticipant add => Connection(request).AddParticipantAsync(ParticipantOptionsMapping.Add(add, Marks(request)), cancellationToken),
        RemoveParticipant remove => Connection(request).RemoveParticipantAsync(
            ParticipantOptionsMapping.Remove(remove, Marks(request)), cancellationToken),
        CancelAddParticipant cancel => Connection(request).CancelAddParticipantOperationAsync(
            ParticipantOptionsMapping.Cancel(cancel, Marks(request)), cancellationToken),
        MoveParticipants move => Connection(request).MoveParticipantsAsync(ParticipantOptionsMapping.Move(move, Marks(request)), cancellationToken),
        MuteParticipant mute => Connection(request).MuteParticipantAsync(ParticipantOptionsMapping.Mute(mute, Marks(request)), cancellationToken),

        Play { To.Count: > 0 } play => Media(request).PlayAsync(MediaOptionsMapping.PlayTo(play, Marks(request)), cancellationToken),
        Play play => Media(request).PlayToAllAsync(MediaOptionsMapping.PlayToAll(play, Marks(request)), cancellationToken),
        Recognize recognize => Media(request).StartRecognizingAsync(RecognizeOptionsMapping.Of(recognize, Marks(request)), cancellationToken),
        SendDtmfTones send => Media(request).SendDtmfTonesAsync(MediaOptionsMapping.SendTones(send, Marks(request)), cancellationToken),
        StartContinuousDtmfRecognition start => Media(request).StartContinuousDtmfRecognitionAsync(
            MediaOptionsMapping.ContinuousDtmf(start.Participant, Marks(request)), cancellationToken),
        StopContinuousDtmfRecognition stop => Media(request).StopContinuousDtmfRecognitionAsync(
            MediaOptionsMapping.ContinuousDtmf(stop.Participant, Marks(request)), cancellationToken),
        Hold hold => Media(request).HoldAsync(MediaOptionsMapping.Hold(hold, Marks(request)), cancellationToken),
        Unhold unhold => Media(request).UnholdAsync(MediaOptionsMapping.Unhold(unhold, Marks(request)), cancellationToken),
        CancelAllMedia => Media(request).CancelAllMediaOperationsAsync(cancellationToken),

        StartMediaStreaming => Media(request).StartMediaStreamingAsync(StreamOptionsMapping.StartMedia(Marks(request)), cancellationToken),
        StartTranscription start => Media(request).StartTranscriptionAsync(
            StreamOptionsMapping.StartTranscription(start, Marks(request)), cancellationToken),
        StopTranscription => Media(request).StopTranscriptionAsync(StreamOptionsMapping.StopTranscription(Marks(request)), cancellationToken),
        UpdateTranscription update => Media(request).UpdateTranscriptionAsync(
            StreamOptionsMapping.UpdateTranscription(update, Marks(request)), cancellationToken),

        StartRecording start => Recording.StartAsync(RecordingOptionsMapping.Start(start, addresses.Callback(request)), cancellationToken),
        GetRecordingState get => Recording.GetStateAsync(get.RecordingId, cancellationToken),
        PauseRecording pause => Recording.PauseAsync(pause.RecordingId, cancellationToken),
        ResumeRecording resume => Recording.ResumeAsync(resume.RecordingId, cancellationToken),
        StopRecording stop => Recording.StopAsync(stop.RecordingId, cancellationToken),
        _ => throw new UnreachableException($"No method of the official client for {request.Action.Name}."),
    };

    private Sdk.CallRecording Recording => clients.Usual.GetCallRecording();

    private Sdk.CallConnection Connection(CallActionRequest request) =>
        clients.For(request.Action).GetCallConnection(CallMessages.ConnectionIdOf(request));

    private Sdk.CallMedia Media(CallActionRequest request) => Connection(request).GetCallMedia();

    private OperationMarks Marks(CallActionRequest request) => new(request.OperationContext, addresses.OperationCallback(request));
}
