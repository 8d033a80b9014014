using CallFlows.Actions;
using CallFlows.CallAutomation.Gateway.Requests;
using Sdk = Azure.Communication.CallAutomation;

namespace CallFlows.Functions.Gateway.Mapping;

internal static class ParticipantOptionsMapping
{
    public static Sdk.AddParticipantOptions Add(AddParticipant action, OperationMarks marks)
    {
        Sdk.CallInvite invite = action.Participant.ToInvite(action.CallerId, action.DisplayName);
        action.CustomContext.CopyTo(invite.CustomCallingContext);
        return new(invite)
        {
            InvitationTimeoutInSeconds = WireTime.Seconds(action.InvitationTimeout),
            OperationContext = marks.Context,
            OperationCallbackUri = marks.Callback,
        };
    }

    public static Sdk.RemoveParticipantOptions Remove(RemoveParticipant action, OperationMarks marks) => new(action.Participant.ToIdentifier())
    {
        OperationContext = marks.Context,
        OperationCallbackUri = marks.Callback,
    };

    public static Sdk.CancelAddParticipantOperationOptions Cancel(CancelAddParticipant action, OperationMarks marks) => new(action.InvitationId)
    {
        OperationContext = marks.Context,
        OperationCallbackUri = marks.Callback,
    };

    public static Sdk.MoveParticipantsOptions Move(MoveParticipants action, OperationMarks marks) =>
        new(action.Participants.Select(participant => participant.ToIdentifier()), action.FromCall)
        {
            OperationContext = marks.Context,
            OperationCallbackUri = marks.Callback,
        };

    // The service takes no address of its own with it.
    public static Sdk.MuteParticipantOptions Mute(MuteParticipant action, OperationMarks marks) => new(action.Participant.ToIdentifier())
    {
        OperationContext = marks.Context,
    };
}
