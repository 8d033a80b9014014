namespace CallFlows.Protocol.Rest;

/// <summary>Every operation of the REST API.</summary>
public static class CallAutomationOperations
{
    /// <summary>Places a call.</summary>
    public static CallAutomationOperation CreateCall { get; } =
        new("CreateCall", "POST", "/calling/callConnections", 201, takesRepeatability: true);

    /// <summary>Answers a ringing call.</summary>
    public static CallAutomationOperation AnswerCall { get; } =
        new("AnswerCall", "POST", "/calling/callConnections:answer", 200, takesRepeatability: true);

    /// <summary>Hands a ringing call on.</summary>
    public static CallAutomationOperation RedirectCall { get; } =
        new("RedirectCall", "POST", "/calling/callConnections:redirect", 204, takesRepeatability: true);

    /// <summary>Rejects a ringing call.</summary>
    public static CallAutomationOperation RejectCall { get; } =
        new("RejectCall", "POST", "/calling/callConnections:reject", 204, takesRepeatability: true);

    /// <summary>Joins a running call.</summary>
    public static CallAutomationOperation ConnectCall { get; } =
        new("ConnectCall", "POST", "/calling/callConnections:connect", 200, takesRepeatability: true);

    /// <summary>Reads the properties of a call.</summary>
    public static CallAutomationOperation GetCall { get; } =
        new("GetCall", "GET", "/calling/callConnections/{callConnectionId}", 200);

    /// <summary>Leaves a call; ends it when only two take part.</summary>
    public static CallAutomationOperation HangUp { get; } =
        new("HangUp", "DELETE", "/calling/callConnections/{callConnectionId}", 204);

    /// <summary>Ends a call for everyone.</summary>
    public static CallAutomationOperation Terminate { get; } =
        new("Terminate", "POST", "/calling/callConnections/{callConnectionId}:terminate", 204, takesRepeatability: true);

    /// <summary>Hands a call over.</summary>
    public static CallAutomationOperation TransferToParticipant { get; } =
        new("TransferToParticipant", "POST", "/calling/callConnections/{callConnectionId}:transferToParticipant", 202, takesRepeatability: true);

    /// <summary>Lists the participants.</summary>
    public static CallAutomationOperation GetParticipants { get; } =
        new("GetParticipants", "GET", "/calling/callConnections/{callConnectionId}/participants", 200);

    /// <summary>Reads one participant.</summary>
    public static CallAutomationOperation GetParticipant { get; } =
        new("GetParticipant", "GET", "/calling/callConnections/{callConnectionId}/participants/{participantRawId}", 200);

    /// <summary>Invites a participant.</summary>
    public static CallAutomationOperation AddParticipant { get; } =
        new("AddParticipant", "POST", "/calling/callConnections/{callConnectionId}/participants:add", 202, takesRepeatability: true);

    /// <summary>Removes a participant.</summary>
    public static CallAutomationOperation RemoveParticipant { get; } =
        new("RemoveParticipant", "POST", "/calling/callConnections/{callConnectionId}/participants:remove", 202, takesRepeatability: true);

    /// <summary>Mutes a participant.</summary>
    public static CallAutomationOperation MuteParticipant { get; } =
        new("MuteParticipant", "POST", "/calling/callConnections/{callConnectionId}/participants:mute", 200, takesRepeatability: true);

    /// <summary>Takes an invitation back.</summary>
    public static CallAutomationOperation CancelAddParticipant { get; } =
        new("CancelAddParticipant", "POST", "/calling/callConnections/{callConnectionId}/participants:cancelAddParticipant", 202, takesRepeatability: true);

    /// <summary>Brings participants of another call into this one.</summary>
    public static CallAutomationOperation MoveParticipants { get; } =
        new("MoveParticipants", "POST", "/calling/callConnections/{callConnectionId}/participants:moveHere", 202, takesRepeatability: true,
            availability: new() { FirstVersion = ApiVersions.V2026_03_12, FirstPreview = ApiVersions.V2025_08_15_Preview });

    /// <summary>Plays prompts.</summary>
    public static CallAutomationOperation Play { get; } =
        new("Play", "POST", "/calling/callConnections/{callConnectionId}:play", 202);

    /// <summary>Starts transcription.</summary>
    public static CallAutomationOperation StartTranscription { get; } =
        new("StartTranscription", "POST", "/calling/callConnections/{callConnectionId}:startTranscription", 202);

    /// <summary>Stops transcription.</summary>
    public static CallAutomationOperation StopTranscription { get; } =
        new("StopTranscription", "POST", "/calling/callConnections/{callConnectionId}:stopTranscription", 202);

    /// <summary>Changes the language of transcription.</summary>
    public static CallAutomationOperation UpdateTranscription { get; } =
        new("UpdateTranscription", "POST", "/calling/callConnections/{callConnectionId}:updateTranscription", 202);

    /// <summary>Stops all playing and recognizing.</summary>
    public static CallAutomationOperation CancelAllMediaOperations { get; } =
        new("CancelAllMediaOperations", "POST", "/calling/callConnections/{callConnectionId}:cancelAllMediaOperations", 202);

    /// <summary>Listens for tones or speech.</summary>
    public static CallAutomationOperation Recognize { get; } =
        new("Recognize", "POST", "/calling/callConnections/{callConnectionId}:recognize", 202);

    /// <summary>Starts reporting every tone.</summary>
    public static CallAutomationOperation StartContinuousDtmfRecognition { get; } =
        new("StartContinuousDtmfRecognition", "POST", "/calling/callConnections/{callConnectionId}:startContinuousDtmfRecognition", 200);

    /// <summary>Stops reporting tones.</summary>
    public static CallAutomationOperation StopContinuousDtmfRecognition { get; } =
        new("StopContinuousDtmfRecognition", "POST", "/calling/callConnections/{callConnectionId}:stopContinuousDtmfRecognition", 200);

    /// <summary>Sends tones.</summary>
    public static CallAutomationOperation SendDtmfTones { get; } =
        new("SendDtmfTones", "POST", "/calling/callConnections/{callConnectionId}:sendDtmfTones", 202, takesRepeatability: true);

    /// <summary>Puts a participant on hold.</summary>
    public static CallAutomationOperation Hold { get; } =
        new("Hold", "POST", "/calling/callConnections/{callConnectionId}:hold", 200);

    /// <summary>Takes a participant off hold.</summary>
    public static CallAutomationOperation Unhold { get; } =
        new("Unhold", "POST", "/calling/callConnections/{callConnectionId}:unhold", 200);

    /// <summary>Starts audio streaming.</summary>
    public static CallAutomationOperation StartMediaStreaming { get; } =
        new("StartMediaStreaming", "POST", "/calling/callConnections/{callConnectionId}:startMediaStreaming", 202);

    /// <summary>Stops audio streaming.</summary>
    public static CallAutomationOperation StopMediaStreaming { get; } =
        new("StopMediaStreaming", "POST", "/calling/callConnections/{callConnectionId}:stopMediaStreaming", 202);

    /// <summary>Starts a recording.</summary>
    public static CallAutomationOperation StartRecording { get; } =
        new("StartRecording", "POST", "/calling/recordings", 200, takesRepeatability: true);

    /// <summary>Reads the state of a recording.</summary>
    public static CallAutomationOperation GetRecording { get; } =
        new("GetRecording", "GET", "/calling/recordings/{recordingId}", 200);

    /// <summary>Stops a recording.</summary>
    public static CallAutomationOperation StopRecording { get; } =
        new("StopRecording", "DELETE", "/calling/recordings/{recordingId}", 204);

    /// <summary>Pauses a recording.</summary>
    public static CallAutomationOperation PauseRecording { get; } =
        new("PauseRecording", "POST", "/calling/recordings/{recordingId}:pause", 202);

    /// <summary>Resumes a recording.</summary>
    public static CallAutomationOperation ResumeRecording { get; } =
        new("ResumeRecording", "POST", "/calling/recordings/{recordingId}:resume", 202);

    /// <summary>Lets a muted participant be heard again. In preview versions only, up to 2024-09-01.</summary>
    public static CallAutomationOperation UnmuteParticipant { get; } =
        new("UnmuteParticipant", "POST", "/calling/callConnections/{callConnectionId}/participants:unmute", 200, takesRepeatability: true,
            availability: new() { FirstPreview = ApiVersions.V2023_10_03_Preview, LastPreview = ApiVersions.V2024_09_01_Preview });

    /// <summary>Operations that no general version has.</summary>
    public static IReadOnlyList<CallAutomationOperation> Previews { get; } = [UnmuteParticipant];

    /// <summary>All operations of general versions, in the order above.</summary>
    public static IReadOnlyList<CallAutomationOperation> All { get; } =
    [
        CreateCall,
        AnswerCall,
        RedirectCall,
        RejectCall,
        ConnectCall,
        GetCall,
        HangUp,
        Terminate,
        TransferToParticipant,
        GetParticipants,
        GetParticipant,
        AddParticipant,
        RemoveParticipant,
        MuteParticipant,
        CancelAddParticipant,
        MoveParticipants,
        Play,
        StartTranscription,
        StopTranscription,
        UpdateTranscription,
        CancelAllMediaOperations,
        Recognize,
        StartContinuousDtmfRecognition,
        StopContinuousDtmfRecognition,
        SendDtmfTones,
        Hold,
        Unhold,
        StartMediaStreaming,
        StopMediaStreaming,
        StartRecording,
        GetRecording,
        StopRecording,
        PauseRecording,
        ResumeRecording,
    ];
}
