namespace CallFlows.Emulator.Switchboard;

/// <summary>What an event says about its outcome, with the texts of the recordings where there are any.</summary>
internal readonly record struct ResultInfo(int Code, int SubCode, string Message)
{
    public static readonly ResultInfo Ok = new(200, 0, "");
    public static readonly ResultInfo ActionCompleted = new(200, 0, "Action completed successfully.");
    public static readonly ResultInfo PromptStarted = new(200, 0, "Success Result");
    public static readonly ResultInfo Canceled = new(400, 8508, "Action failed, the operation was cancelled.");
    public static readonly ResultInfo FileFormat = new(400, 8535, "Action failed, file format is invalid.");
    public static readonly ResultInfo FileDownload = new(400, 8536, "Action failed, file could not be downloaded.");
    public static readonly ResultInfo PromptFailed =
        new(500, 8511, "Action failed, encountered failure while trying to play the prompt.");
    public static readonly ResultInfo InitialSilence = new(400, 8510, "Action failed, initial silence timeout reached.");
    public static readonly ResultInfo InterDigit = new(400, 8532, "Action failed, inter-digit silence timeout reached.");
    public static readonly ResultInfo MaxTones = new(200, 8531, "Action completed, max digits received.");
    public static readonly ResultInfo StopTone = new(200, 8514, "Action completed as stop tone was detected.");
    public static readonly ResultInfo ToneOption = new(200, 8533, "Action completed, DTMF option matched.");
    public static readonly ResultInfo WrongTone = new(500, 8534, "Action failed, incorrect tone entered.");
    public static readonly ResultInfo SpeechOption =
        new(200, 8545, "Action completed, Recognized phrase matches a valid option.");
    public static readonly ResultInfo WrongSpeech =
        new(400, 8547, "Action failed, Recognized phrase does not match a valid option.");
    public static readonly ResultInfo Speech = new(200, 8569, "Action completed, speech was recognized.");
    // Not recorded: the code of an unspecified error.
    public static readonly ResultInfo StreamFailed = new(500, 9999, "Action failed, the stream could not be kept up.");
    public static readonly ResultInfo TransferAccepted = new(200, 7015, "The transfer operation completed successfully.");
    public static readonly ResultInfo EndedByApi = new(200, 7000,
        "Call was ended by Azure Communication Service Call Automation API or a server bot. DiagCode: 0#7000.@");
    public static readonly ResultInfo ConversationEnded = new(200, 7000, "The conversation has ended. DiagCode: 0#7000.@");
    public static readonly ResultInfo EndedByRemote = new(200, 5001, "This conversation has ended.. DiagCode: 0#5001.@");
    public static readonly ResultInfo EndedAlone = new(200, 5002, "The conversation has ended. DiagCode: 0#5002.@");
    public static readonly ResultInfo EndedByRemoteNumber =
        new(200, 560000, "Call ended successfully by remote PSTN participant.");
    public static readonly ResultInfo EndedByCallerNumber = new(200, 540000, "Call ended successfully by local PSTN caller.");
    public static readonly ResultInfo RemovedFromCall = new(200, 5300,
        "Call ended for this participant as it was removed from the conversation by another participant. DiagCode: 0#5300.@");
    public static readonly ResultInfo NoSuchCall = new(404, 8522, "Call not found.");
    public static readonly ResultInfo NotAParticipant = new(404, 8522, "Participant not found.");
    public static readonly ResultInfo InTheCallAlready = new(400, 8523, "The participant is already in the call.");
    public static readonly ResultInfo InvitationGone = new(404, 8522, "Invitation not found or already answered.");
    public static readonly ResultInfo CallerGone = new(487, 0, "The call was ended before it was answered. DiagCode: 487#0.@");
}
