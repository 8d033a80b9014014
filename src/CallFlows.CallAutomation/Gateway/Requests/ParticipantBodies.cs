using CallFlows.Actions;
using CallFlows.CallAutomation.Mapping;
using CallFlows.Endpoints;
using CallFlows.Protocol.Rest;

namespace CallFlows.CallAutomation.Gateway.Requests;

internal static class ParticipantBodies
{
    public static AddParticipantRequest Add(AddParticipant action, OperationMarks marks) => new()
    {
        ParticipantToAdd = action.Participant.ToModel(),
        SourceCallerIdNumber = action.CallerId.ToNumberModel(),
        SourceDisplayName = action.DisplayName,
        InvitationTimeoutInSeconds = WireTime.Seconds(action.InvitationTimeout),
        OperationContext = marks.OperationContext,
        OperationCallbackUri = marks.OperationCallbackUri,
        CustomCallingContext = CallBodies.ContextOf(action.CustomContext),
    };

    public static RemoveParticipantRequest Remove(RemoveParticipant action, OperationMarks marks) => new()
    {
        ParticipantToRemove = action.Participant.ToModel(),
        OperationContext = marks.OperationContext,
        OperationCallbackUri = marks.OperationCallbackUri,
    };

    public static MoveParticipantsRequest Move(MoveParticipants action, OperationMarks marks) => new()
    {
        TargetParticipants = [.. action.Participants.Select(participant => participant.ToModel())],
        FromCall = action.FromCall,
        OperationContext = marks.OperationContext,
        OperationCallbackUri = marks.OperationCallbackUri,
    };

    public static MuteParticipantsRequest Mute(CommunicationUser participant, OperationMarks marks) => new()
    {
        TargetParticipants = [participant.ToModel()],
        OperationContext = marks.OperationContext,
    };

    public static CancelAddParticipantRequest Cancel(CancelAddParticipant action, OperationMarks marks) => new()
    {
        InvitationId = action.InvitationId,
        OperationContext = marks.OperationContext,
        OperationCallbackUri = marks.OperationCallbackUri,
    };
}
