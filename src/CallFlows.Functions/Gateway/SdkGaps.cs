using CallFlows.Actions;
using CallFlows.Endpoints;
using CallFlows.Functions.Gateway.Mapping;
using CallFlows.Recognition;

namespace CallFlows.Functions.Gateway;

/// <summary>
/// What <c>Azure.Communication.CallAutomation</c> 1.6.1, the last stable version, cannot send as the flow asks for it. Look through this
/// list with each newer version.
/// </summary>
internal static class SdkGaps
{
    /// <summary>Whether the client cannot send an action.</summary>
    /// <param name="action">The action.</param>
    public static bool Include(CallAction action) => action switch
    {
        // Only betas have a method for it.
        UnmuteParticipant => true,
        // In 1.5.0 its asynchronous method leaves out the operation context, which a flow knows the events by. No release since says that
        // it was put right.
        StopMediaStreaming => true,
        // It leaves out the source's cloud, so that only the public one's are found.
        CreateCall create => create.TeamsAppSource is { Cloud: not TeamsCloud.Public },
        // Its invitations and transfers are for phones and users, not for Teams applications.
        RedirectCall redirect => !IdentifierMapping.CanBeInvited(redirect.Target),
        AddParticipant add => !IdentifierMapping.CanBeInvited(add.Participant),
        TransferCall transfer => !IdentifierMapping.CanBeInvited(transfer.Target),
        // Only what everybody hears can break off what plays.
        Play play => play is { To.Count: > 0, InterruptOther: true },
        // It requires both.
        Recognize recognize => recognize.Participant is null
            || (recognize.Kind is RecognitionKind.Dtmf or RecognitionKind.SpeechOrDtmf && recognize.MaxTones is null),
        _ => false,
    };
}
