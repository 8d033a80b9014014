using System.Text.Json.Serialization;

namespace CallFlows.Actions;

/// <summary>
/// One Call Automation action, as data: what an activity executes through <see cref="ICallGateway"/>. Immutable, and stored with the
/// orchestration's history.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "action")]
[JsonDerivedType(typeof(AddParticipant), "addParticipant")]
[JsonDerivedType(typeof(AnswerCall), "answer")]
[JsonDerivedType(typeof(CancelAddParticipant), "cancelAddParticipant")]
[JsonDerivedType(typeof(CancelAllMedia), "cancelAllMedia")]
[JsonDerivedType(typeof(ConnectCall), "connect")]
[JsonDerivedType(typeof(CreateCall), "create")]
[JsonDerivedType(typeof(GetCallProperties), "getProperties")]
[JsonDerivedType(typeof(GetParticipant), "getParticipant")]
[JsonDerivedType(typeof(GetParticipants), "getParticipants")]
[JsonDerivedType(typeof(GetRecordingState), "getRecordingState")]
[JsonDerivedType(typeof(HangUpCall), "hangUp")]
[JsonDerivedType(typeof(Hold), "hold")]
[JsonDerivedType(typeof(MoveParticipants), "moveParticipants")]
[JsonDerivedType(typeof(MuteParticipant), "muteParticipant")]
[JsonDerivedType(typeof(PauseRecording), "pauseRecording")]
[JsonDerivedType(typeof(Play), "play")]
[JsonDerivedType(typeof(Recognize), "recognize")]
[JsonDerivedType(typeof(RedirectCall), "redirect")]
[JsonDerivedType(typeof(RejectCall), "reject")]
[JsonDerivedType(typeof(RemoveParticipant), "removeParticipant")]
[JsonDerivedType(typeof(ResumeRecording), "resumeRecording")]
[JsonDerivedType(typeof(SendDtmfTones), "sendDtmfTones")]
[JsonDerivedType(typeof(StartContinuousDtmfRecognition), "startContinuousDtmf")]
[JsonDerivedType(typeof(StartMediaStreaming), "startMediaStreaming")]
[JsonDerivedType(typeof(StartRecording), "startRecording")]
[JsonDerivedType(typeof(StartTranscription), "startTranscription")]
[JsonDerivedType(typeof(StopContinuousDtmfRecognition), "stopContinuousDtmf")]
[JsonDerivedType(typeof(StopMediaStreaming), "stopMediaStreaming")]
[JsonDerivedType(typeof(StopRecording), "stopRecording")]
[JsonDerivedType(typeof(StopTranscription), "stopTranscription")]
[JsonDerivedType(typeof(TransferCall), "transfer")]
[JsonDerivedType(typeof(Unhold), "unhold")]
[JsonDerivedType(typeof(UnmuteParticipant), "unmuteParticipant")]
[JsonDerivedType(typeof(UpdateTranscription), "updateTranscription")]
public abstract record CallAction
{
    private protected CallAction()
    {
    }

    /// <summary>The action's name, for people.</summary>
    [JsonIgnore]
    public string Name => GetType().Name;

    /// <summary>
    /// Whether sending the action again does no harm: the service knows a repetition by its id, or doing it twice comes to the same.
    /// One that isn't repeatable must report its outcome under its operation context: that alone tells whether it has happened.
    /// </summary>
    [JsonIgnore]
    public virtual bool IsRepeatable => true;

    /// <summary>Only the name: what an action holds may be a secret or a person's number.</summary>
    public sealed override string ToString() => Name;
}
