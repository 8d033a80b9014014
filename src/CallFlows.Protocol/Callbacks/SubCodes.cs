namespace CallFlows.Protocol.Callbacks;

/// <summary>Sub codes of results and errors. A sub code says nothing without its event type: 7000 ends a call, and also continuous tone recognition.</summary>
public static class SubCodes
{
    /// <summary>Success.</summary>
    public const int Success = 0;

    /// <summary>The far side hung up; seen on CallDisconnected.</summary>
    public const int EndedByRemote = 5001;

    /// <summary>The conversation has ended; seen on CallDisconnected.</summary>
    public const int ConversationEnded = 5002;

    /// <summary>This participant was removed by another one.</summary>
    public const int RemovedFromCall = 5300;

    /// <summary>An invitation was cancelled; comes with 487.</summary>
    public const int InvitationCancelled = 5234;

    /// <summary>The telephone caller hung up; comes with 200.</summary>
    public const int EndedByPstnCaller = 540000;

    /// <summary>The far telephone side hung up; comes with 200.</summary>
    public const int EndedByPstnCallee = 560000;

    /// <summary>Ended by the API or by the service, as asked.</summary>
    public const int EndedGracefully = 7000;

    /// <summary>The transfer was completed.</summary>
    public const int TransferCompleted = 7015;

    /// <summary>This Entra identity is not supported.</summary>
    public const int UnsupportedEntraIdentity = 7500;

    /// <summary>The token is not valid.</summary>
    public const int InvalidToken = 7501;

    /// <summary>Access is not enabled.</summary>
    public const int AccessNotEnabled = 7502;

    /// <summary>Permissions are missing.</summary>
    public const int InsufficientPermissions = 7504;

    /// <summary>The tenants differ.</summary>
    public const int TenantMismatch = 7505;

    /// <summary>The certificate is not trusted.</summary>
    public const int UntrustedCertificate = 7506;

    /// <summary>The source identity is not one of this resource.</summary>
    public const int InvalidSourceIdentity = 7507;

    /// <summary>This communication identity is not supported.</summary>
    public const int UnsupportedAcsIdentity = 7508;

    /// <summary>The HMAC signature was refused.</summary>
    public const int HmacRejected = 7509;

    /// <summary>The managed identity was refused.</summary>
    public const int ManagedIdentityRejected = 7510;

    /// <summary>Access to the resource is off.</summary>
    public const int ResourceAccessOff = 7600;

    /// <summary>The source identity is bad.</summary>
    public const int BadSource = 7601;

    /// <summary>The target identity is bad.</summary>
    public const int BadTarget = 7602;

    /// <summary>The identity is bad.</summary>
    public const int BadIdentity = 7603;

    /// <summary>Teams interoperation is not authorised.</summary>
    public const int TeamsInteropNotAuthorized = 7604;

    /// <summary>Recording in Teams interoperation is not authorised.</summary>
    public const int TeamsRecordingInteropNotAuthorized = 7605;

    /// <summary>Access to the AI service is not authorised.</summary>
    public const int CognitiveServicesNotAuthorized = 7606;

    /// <summary>The target is busy with another media operation.</summary>
    public const int InvalidMediaMode = 8500;

    /// <summary>The call is not set up yet.</summary>
    public const int CallNotEstablished = 8501;

    /// <summary>The app's own participant id is not available.</summary>
    public const int OwnParticipantUnavailable = 8502;

    /// <summary>Audio is not active.</summary>
    public const int AudioInactive = 8503;

    /// <summary>There are no media streams.</summary>
    public const int NoMediaStreams = 8504;

    /// <summary>Several participants with replacement.</summary>
    public const int SeveralParticipantsWithReplacement = 8505;

    /// <summary>Not a compliance recording call.</summary>
    public const int NotComplianceRecordingCall = 8506;

    /// <summary>The operation was cancelled.</summary>
    public const int OperationCancelled = 8508;

    /// <summary>The longest silence was reached.</summary>
    public const int MaxSilenceReached = 8509;

    /// <summary>Nothing was heard in time.</summary>
    public const int InitialSilenceTimeout = 8510;

    /// <summary>The prompt could not be played.</summary>
    public const int PlayPromptFailed = 8511;

    /// <summary>The beep could not be played.</summary>
    public const int PlayBeepFailed = 8512;

    /// <summary>No media was received.</summary>
    public const int MediaReceiveTimeout = 8513;

    /// <summary>A stop tone was pressed.</summary>
    public const int StopToneDetected = 8514;

    /// <summary>The longest recording was reached.</summary>
    public const int MaxRecordDurationReached = 8515;

    /// <summary>Too many requests.</summary>
    public const int Throttled = 8516;

    /// <summary>The tenant ids differ.</summary>
    public const int TenantIdMismatch = 8517;

    /// <summary>The call has failed.</summary>
    public const int CallException = 8518;

    /// <summary>Another action runs at the same time.</summary>
    public const int Conflict = 8519;

    /// <summary>Not supported.</summary>
    public const int NotImplemented = 8520;

    /// <summary>Too many hops.</summary>
    public const int TooManyHops = 8521;

    /// <summary>The call, participant or recording was not found.</summary>
    public const int NotFound = 8522;

    /// <summary>An argument is not valid.</summary>
    public const int InvalidArgument = 8523;

    /// <summary>Number of participants in a compliance recording.</summary>
    public const int ComplianceParticipantCount = 8524;

    /// <summary>A party is not recorded.</summary>
    public const int NonRecordedParty = 8525;

    /// <summary>The join token is bad.</summary>
    public const int JoinToken = 8526;

    /// <summary>The join URL is bad.</summary>
    public const int JoinUrl = 8527;

    /// <summary>The call has ended.</summary>
    public const int CallTerminated = 8528;

    /// <summary>The monthly limit was reached.</summary>
    public const int MonthlyLimit = 8529;

    /// <summary>The limit of active calls was reached.</summary>
    public const int ActiveCallLimit = 8530;

    /// <summary>All wanted digits were collected.</summary>
    public const int MaxDigitsReceived = 8531;

    /// <summary>The next digit did not come in time.</summary>
    public const int InterDigitTimeout = 8532;

    /// <summary>A choice was made by key.</summary>
    public const int DtmfOptionMatched = 8533;

    /// <summary>A key matches no choice.</summary>
    public const int IncorrectTone = 8534;

    /// <summary>The file has a wrong format.</summary>
    public const int InvalidFileFormat = 8535;

    /// <summary>The file could not be downloaded.</summary>
    public const int FileDownloadFailed = 8536;

    /// <summary>No sign of life in time.</summary>
    public const int KeepAliveTimeout = 8537;

    /// <summary>The callee declined.</summary>
    public const int CalleeDeclined = 8538;

    /// <summary>The callee is busy.</summary>
    public const int CalleeBusy = 8539;

    /// <summary>The callee is busy everywhere.</summary>
    public const int CalleeBusyEverywhere = 8540;

    /// <summary>The callee is not available.</summary>
    public const int CalleeUnavailable = 8541;

    /// <summary>The call was cancelled.</summary>
    public const int CallCancelled = 8542;

    /// <summary>The call does not exist.</summary>
    public const int CallDoesNotExist = 8543;

    /// <summary>The callee could not be reached.</summary>
    public const int CalleeUnreachable = 8544;

    /// <summary>A choice was made by speech.</summary>
    public const int SpeechOptionMatched = 8545;

    /// <summary>The callee sent a bad request.</summary>
    public const int CalleeSentInvalidRequest = 8546;

    /// <summary>What was said matches no choice.</summary>
    public const int SpeechOptionNotMatched = 8547;

    /// <summary>Not a group call.</summary>
    public const int NotGroupCall = 8548;

    /// <summary>Retargeting the conversation failed.</summary>
    public const int RetargetConversationFailed = 8549;

    /// <summary>Retargeting the media failed.</summary>
    public const int RetargetMediaFailed = 8550;

    /// <summary>Retargeting is not supported.</summary>
    public const int RetargetUnsupported = 8551;

    /// <summary>The organiser cannot be removed.</summary>
    public const int CannotRemoveOrganizer = 8552;

    /// <summary>It is being recorded already.</summary>
    public const int DuplicateRecording = 8553;

    /// <summary>Not in the audio mix.</summary>
    public const int OutOfAudioMix = 8554;

    /// <summary>Retargeting runs.</summary>
    public const int RetargetInProgress = 8555;

    /// <summary>Not for a compliance recording call.</summary>
    public const int NotForComplianceRecordingCall = 8556;

    /// <summary>The format type is wrong.</summary>
    public const int WrongFormatType = 8557;

    /// <summary>The participant is not in the call.</summary>
    public const int ParticipantNotPresent = 8558;

    /// <summary>Dialled out already.</summary>
    public const int DuplicateDialOut = 8559;

    /// <summary>The meeting is locked.</summary>
    public const int MeetingLocked = 8560;

    /// <summary>The meeting id is bad.</summary>
    public const int JoinMeetingId = 8561;

    /// <summary>The recording mode is bad.</summary>
    public const int RecordingMode = 8562;

    /// <summary>The speech was not understood.</summary>
    public const int SpeechNotRecognized = 8563;

    /// <summary>The speech service could not be reached.</summary>
    public const int SpeechServiceConnection = 8564;

    /// <summary>The AI service failed; the code says how.</summary>
    public const int CognitiveServicesError = 8565;

    /// <summary>Unmuting is not allowed.</summary>
    public const int UnmuteNotAllowed = 8566;

    /// <summary>No identity for the AI service is configured.</summary>
    public const int CognitiveIdentityNotConfigured = 8567;

    /// <summary>The managed identity could not be used.</summary>
    public const int ManagedIdentityRequestFailed = 8568;

    /// <summary>Free speech was recognized.</summary>
    public const int SpeechRecognized = 8569;

    /// <summary>Recognizing speech failed.</summary>
    public const int SpeechRecognitionError = 8570;

    /// <summary>Another recording action runs.</summary>
    public const int RecordingConflict = 8571;

    /// <summary>The play service was shut down.</summary>
    public const int PlayServiceShutdown = 8572;

    /// <summary>Pausing and resuming are not allowed.</summary>
    public const int PauseResumeNotAllowed = 8573;

    /// <summary>Transcription failed.</summary>
    public const int TranscriptionFailed = 8578;

    /// <summary>Transcription was cancelled.</summary>
    public const int TranscriptionCancelled = 8579;

    /// <summary>Transcription was shut down.</summary>
    public const int TranscriptionShutdown = 8580;

    /// <summary>The stream URL is bad.</summary>
    public const int InvalidStreamUrl = 8581;

    /// <summary>The text or SSML is empty.</summary>
    public const int EmptyText = 8582;

    /// <summary>Media actions that do not go together.</summary>
    public const int PreconditionFailed = 8583;

    /// <summary>Not valid in the present state.</summary>
    public const int WrongState = 8585;

    /// <summary>The incoming call was not acknowledged.</summary>
    public const int IncomingCallNotAcknowledged = 8586;

    /// <summary>The incoming call was not answered in time.</summary>
    public const int IncomingCallNotAnswered = 8587;

    /// <summary>Recording was done and media timed out.</summary>
    public const int RecordDoneAndMediaTimeout = 8588;

    /// <summary>Recording is throttled.</summary>
    public const int RecordThrottled = 8589;

    /// <summary>The meeting state changed.</summary>
    public const int MeetingStateUpdate = 8594;

    /// <summary>Audio streaming failed.</summary>
    public const int MediaStreamingFailed = 8603;

    /// <summary>Audio streaming was cancelled.</summary>
    public const int MediaStreamingCancelled = 8604;

    /// <summary>The custom speech model is not supported.</summary>
    public const int CustomSpeechModelUnsupported = 8605;

    /// <summary>The identifier could not be made.</summary>
    public const int IdentifierCreation = 8606;

    /// <summary>Another transfer runs.</summary>
    public const int TransferConflict = 8607;

    /// <summary>The recording participant failed.</summary>
    public const int RecordingParticipantClientError = 8608;

    /// <summary>The answer to joining was bad.</summary>
    public const int BadJoinResponse = 8609;

    /// <summary>The bot did not answer.</summary>
    public const int NoBotResponse = 8610;

    /// <summary>The limit of captions was reached.</summary>
    public const int CaptionsLimit = 8613;

    /// <summary>Something below failed, unknown how.</summary>
    public const int UnderlyingUnknown = 9001;

    /// <summary>Something below timed out.</summary>
    public const int UnderlyingTimeout = 9002;

    /// <summary>Something below was cancelled.</summary>
    public const int UnderlyingCancelled = 9003;

    /// <summary>A fatal error.</summary>
    public const int Fatal = 9998;

    /// <summary>An unknown error.</summary>
    public const int Unknown = 9999;
}
