using System.Text.Json.Serialization;

namespace CallFlows.Events;

/// <summary>What the service reports about a call by callback: one record type for each event type, named as the service names it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(AddParticipantFailed), nameof(AddParticipantFailed))]
[JsonDerivedType(typeof(AddParticipantSucceeded), nameof(AddParticipantSucceeded))]
[JsonDerivedType(typeof(AnswerFailed), nameof(AnswerFailed))]
[JsonDerivedType(typeof(CallConnected), nameof(CallConnected))]
[JsonDerivedType(typeof(CallDisconnected), nameof(CallDisconnected))]
[JsonDerivedType(typeof(CallTransferAccepted), nameof(CallTransferAccepted))]
[JsonDerivedType(typeof(CallTransferFailed), nameof(CallTransferFailed))]
[JsonDerivedType(typeof(CancelAddParticipantFailed), nameof(CancelAddParticipantFailed))]
[JsonDerivedType(typeof(CancelAddParticipantSucceeded), nameof(CancelAddParticipantSucceeded))]
[JsonDerivedType(typeof(ConnectFailed), nameof(ConnectFailed))]
[JsonDerivedType(typeof(ContinuousDtmfRecognitionStopped), nameof(ContinuousDtmfRecognitionStopped))]
[JsonDerivedType(typeof(ContinuousDtmfRecognitionToneFailed), nameof(ContinuousDtmfRecognitionToneFailed))]
[JsonDerivedType(typeof(ContinuousDtmfRecognitionToneReceived), nameof(ContinuousDtmfRecognitionToneReceived))]
[JsonDerivedType(typeof(CreateCallFailed), nameof(CreateCallFailed))]
[JsonDerivedType(typeof(HoldFailed), nameof(HoldFailed))]
[JsonDerivedType(typeof(MediaStreamingFailed), nameof(MediaStreamingFailed))]
[JsonDerivedType(typeof(MediaStreamingStarted), nameof(MediaStreamingStarted))]
[JsonDerivedType(typeof(MediaStreamingStopped), nameof(MediaStreamingStopped))]
[JsonDerivedType(typeof(MoveParticipantFailed), nameof(MoveParticipantFailed))]
[JsonDerivedType(typeof(MoveParticipantSucceeded), nameof(MoveParticipantSucceeded))]
[JsonDerivedType(typeof(ParticipantsUpdated), nameof(ParticipantsUpdated))]
[JsonDerivedType(typeof(PlayCanceled), nameof(PlayCanceled))]
[JsonDerivedType(typeof(PlayCompleted), nameof(PlayCompleted))]
[JsonDerivedType(typeof(PlayFailed), nameof(PlayFailed))]
[JsonDerivedType(typeof(PlayStarted), nameof(PlayStarted))]
[JsonDerivedType(typeof(RecognizeCanceled), nameof(RecognizeCanceled))]
[JsonDerivedType(typeof(RecognizeCompleted), nameof(RecognizeCompleted))]
[JsonDerivedType(typeof(RecognizeFailed), nameof(RecognizeFailed))]
[JsonDerivedType(typeof(RecordingStateChanged), nameof(RecordingStateChanged))]
[JsonDerivedType(typeof(RemoveParticipantFailed), nameof(RemoveParticipantFailed))]
[JsonDerivedType(typeof(RemoveParticipantSucceeded), nameof(RemoveParticipantSucceeded))]
[JsonDerivedType(typeof(SendDtmfTonesCompleted), nameof(SendDtmfTonesCompleted))]
[JsonDerivedType(typeof(SendDtmfTonesFailed), nameof(SendDtmfTonesFailed))]
[JsonDerivedType(typeof(StartRecordingFailed), nameof(StartRecordingFailed))]
[JsonDerivedType(typeof(TranscriptionFailed), nameof(TranscriptionFailed))]
[JsonDerivedType(typeof(TranscriptionStarted), nameof(TranscriptionStarted))]
[JsonDerivedType(typeof(TranscriptionStopped), nameof(TranscriptionStopped))]
[JsonDerivedType(typeof(TranscriptionUpdated), nameof(TranscriptionUpdated))]
[JsonDerivedType(typeof(UnknownCallEvent), nameof(UnknownCallEvent))]
public abstract record CallEvent
{
    private protected CallEvent()
    {
    }

    /// <summary>This side of the call. Each side has its own id.</summary>
    public string? CallConnectionId { get; init; }

    /// <summary>What the VoIP sides of a call share.</summary>
    public string? ServerCallId { get; init; }

    /// <summary>What support asks for.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The context the action was given; absent on events that no action caused.</summary>
    public string? OperationContext { get; init; }

    /// <summary>How the service rates the outcome; absent in older versions of some events.</summary>
    public ResultInformation? Result { get; init; }
}
