namespace CallFlows.Protocol.Callbacks;

/// <summary>The 38 event types, as they stand in a CloudEvent's type.</summary>
public static class CallbackEventTypes
{
    /// <summary>What every type begins with.</summary>
    public const string Prefix = "Microsoft.Communication.";

    /// <summary>The call is set up; media can flow.</summary>
    public const string CallConnected = "Microsoft.Communication.CallConnected";

    /// <summary>This side of the call has ended; the last event of the connection.</summary>
    public const string CallDisconnected = "Microsoft.Communication.CallDisconnected";

    /// <summary>A placed call was not set up: declined, timed out or unreachable.</summary>
    public const string CreateCallFailed = "Microsoft.Communication.CreateCallFailed";

    /// <summary>An answered call was not set up.</summary>
    public const string AnswerFailed = "Microsoft.Communication.AnswerFailed";

    /// <summary>Joining a running call failed.</summary>
    public const string ConnectFailed = "Microsoft.Communication.ConnectFailed";

    /// <summary>An invited participant has joined.</summary>
    public const string AddParticipantSucceeded = "Microsoft.Communication.AddParticipantSucceeded";

    /// <summary>An invited participant declined, timed out or could not be reached.</summary>
    public const string AddParticipantFailed = "Microsoft.Communication.AddParticipantFailed";

    /// <summary>An invitation was taken back.</summary>
    public const string CancelAddParticipantSucceeded = "Microsoft.Communication.CancelAddParticipantSucceeded";

    /// <summary>An invitation could not be taken back.</summary>
    public const string CancelAddParticipantFailed = "Microsoft.Communication.CancelAddParticipantFailed";

    /// <summary>A participant was removed.</summary>
    public const string RemoveParticipantSucceeded = "Microsoft.Communication.RemoveParticipantSucceeded";

    /// <summary>A participant could not be removed.</summary>
    public const string RemoveParticipantFailed = "Microsoft.Communication.RemoveParticipantFailed";

    /// <summary>A participant of another call was brought into this one.</summary>
    public const string MoveParticipantSucceeded = "Microsoft.Communication.MoveParticipantSucceeded";

    /// <summary>A participant of another call could not be brought into this one.</summary>
    public const string MoveParticipantFailed = "Microsoft.Communication.MoveParticipantFailed";

    /// <summary>The target has accepted a transfer.</summary>
    public const string CallTransferAccepted = "Microsoft.Communication.CallTransferAccepted";

    /// <summary>A transfer was declined or timed out.</summary>
    public const string CallTransferFailed = "Microsoft.Communication.CallTransferFailed";

    /// <summary>Who is in the call, muted or on hold has changed; always the whole list.</summary>
    public const string ParticipantsUpdated = "Microsoft.Communication.ParticipantsUpdated";

    /// <summary>A recording started, paused, resumed or stopped. Its connection id is the recorder's own.</summary>
    public const string RecordingStateChanged = "Microsoft.Communication.RecordingStateChanged";

    /// <summary>A recording could not be started.</summary>
    public const string StartRecordingFailed = "Microsoft.Communication.StartRecordingFailed";

    /// <summary>A prompt begins to play.</summary>
    public const string PlayStarted = "Microsoft.Communication.PlayStarted";

    /// <summary>All prompts of a play have ended.</summary>
    public const string PlayCompleted = "Microsoft.Communication.PlayCompleted";

    /// <summary>A prompt could not be played.</summary>
    public const string PlayFailed = "Microsoft.Communication.PlayFailed";

    /// <summary>Playing was cancelled.</summary>
    public const string PlayCanceled = "Microsoft.Communication.PlayCanceled";

    /// <summary>Input was recognized.</summary>
    public const string RecognizeCompleted = "Microsoft.Communication.RecognizeCompleted";

    /// <summary>No input, or none that fits.</summary>
    public const string RecognizeFailed = "Microsoft.Communication.RecognizeFailed";

    /// <summary>Recognizing was cancelled.</summary>
    public const string RecognizeCanceled = "Microsoft.Communication.RecognizeCanceled";

    /// <summary>One tone, while continuous recognition runs.</summary>
    public const string ContinuousDtmfRecognitionToneReceived = "Microsoft.Communication.ContinuousDtmfRecognitionToneReceived";

    /// <summary>A tone could not be recognized.</summary>
    public const string ContinuousDtmfRecognitionToneFailed = "Microsoft.Communication.ContinuousDtmfRecognitionToneFailed";

    /// <summary>Continuous recognition has stopped.</summary>
    public const string ContinuousDtmfRecognitionStopped = "Microsoft.Communication.ContinuousDtmfRecognitionStopped";

    /// <summary>All tones were sent.</summary>
    public const string SendDtmfTonesCompleted = "Microsoft.Communication.SendDtmfTonesCompleted";

    /// <summary>Tones could not be sent.</summary>
    public const string SendDtmfTonesFailed = "Microsoft.Communication.SendDtmfTonesFailed";

    /// <summary>A participant could not be put on hold.</summary>
    public const string HoldFailed = "Microsoft.Communication.HoldFailed";

    /// <summary>Audio streaming runs.</summary>
    public const string MediaStreamingStarted = "Microsoft.Communication.MediaStreamingStarted";

    /// <summary>Audio streaming has stopped.</summary>
    public const string MediaStreamingStopped = "Microsoft.Communication.MediaStreamingStopped";

    /// <summary>Audio streaming failed.</summary>
    public const string MediaStreamingFailed = "Microsoft.Communication.MediaStreamingFailed";

    /// <summary>Transcription runs.</summary>
    public const string TranscriptionStarted = "Microsoft.Communication.TranscriptionStarted";

    /// <summary>Transcription has stopped.</summary>
    public const string TranscriptionStopped = "Microsoft.Communication.TranscriptionStopped";

    /// <summary>The language or model of transcription has changed.</summary>
    public const string TranscriptionUpdated = "Microsoft.Communication.TranscriptionUpdated";

    /// <summary>Transcription failed.</summary>
    public const string TranscriptionFailed = "Microsoft.Communication.TranscriptionFailed";
}
