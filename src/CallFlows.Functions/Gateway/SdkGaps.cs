using Azure.Communication;
using CallFlows.Actions;
using CallFlows.Endpoints;
using CallFlows.Functions.Gateway.Mapping;
using CallFlows.Recognition;

namespace CallFlows.Functions.Gateway;

/// <summary>
/// What <c>Azure.Communication.CallAutomation</c> 1.5.1, the last stable version, cannot send as the flow asks for it. Look through this
/// list with each newer version.
/// </summary>
internal static class SdkGaps
{
    /// <summary>Whether the client cannot send an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="operationCallback">Where the events of this action alone go; null for where its call's events go.</param>
    public static bool Include(CallAction action, Uri? operationCallback) => LacksOperation(action, operationCallback) || LacksKindOf(action);

    private static bool LacksOperation(CallAction action, Uri? operationCallback) => action switch
    {
        // It has no method for them: moving is new in betas of 1.6.0, unmuting was in betas only.
        MoveParticipants or UnmuteParticipant => true,
        // Its asynchronous method leaves out the operation context, which a flow knows the events by.
        StopMediaStreaming => true,
        // A Teams application as the source is new in betas of 1.6.0.
        CreateCall create => create.TeamsAppSource is not null,
        RedirectCall redirect => !IdentifierMapping.CanBeInvited(redirect.Target),
        AddParticipant add => !IdentifierMapping.CanBeInvited(add.Participant) || !CallingContextMapping.Takes(add.Participant, add.CustomContext),
        TransferCall transfer => !IdentifierMapping.CanBeInvited(transfer.Target) || !CallingContextMapping.Takes(transfer.Target, transfer.CustomContext),
        // Only what everybody hears can break off what plays.
        Play play => play is { To.Count: > 0, InterruptOther: true },
        // It requires both.
        Recognize recognize => recognize.Participant is null
            || (recognize.Kind is RecognitionKind.Dtmf or RecognitionKind.SpeechOrDtmf && recognize.MaxTones is null),
        // UnholdOptions has no address for the events.
        Unhold => operationCallback is not null,
        _ => false,
    };

    // It reads a user of Teams' phone extension from a raw id, but may not write one.
    private static bool LacksKindOf(CallAction action) =>
        EndpointsOf(action).Any(endpoint => endpoint.ToIdentifier()
            is not (CommunicationUserIdentifier or PhoneNumberIdentifier or MicrosoftTeamsUserIdentifier or MicrosoftTeamsAppIdentifier or UnknownIdentifier));

    private static IEnumerable<CallEndpoint> EndpointsOf(CallAction action) => action switch
    {
        CreateCall create => create.Targets,
        TransferCall { Transferee: { } transferee } => [transferee],
        RemoveParticipant remove => [remove.Participant],
        Play { To: { } listeners } => listeners,
        Recognize { Participant: { } participant } => [participant],
        SendDtmfTones send => [send.Participant],
        StartContinuousDtmfRecognition start => [start.Participant],
        StopContinuousDtmfRecognition stop => [stop.Participant],
        Hold hold => [hold.Participant],
        Unhold unhold => [unhold.Participant],
        MuteParticipant mute => [mute.Participant],
        StartRecording start => start.Options.ParticipantOrder.Concat(start.Options.ChannelAffinity.Select(affinity => affinity.Participant)),
        _ => [],
    };
}
