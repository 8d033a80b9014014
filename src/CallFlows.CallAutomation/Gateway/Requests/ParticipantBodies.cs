using CallFlows.Actions;
using CallFlows.CallAutomation.Mapping;
using CallFlows.Protocol.Rest;

namespace CallFlows.CallAutomation.Gateway.Requests;

internal static class ParticipantBodies
{
    public static AddParticipantRequest Add(AddParticipant action, CallActionRequest request) => new()
    {
        ParticipantToAdd = action.Participant.ToModel(),
        SourceCallerIdNumber = action.CallerId.ToNumberModel(),
        SourceDisplayName = action.DisplayName,
        InvitationTimeoutInSeconds = WireTime.Seconds(action.InvitationTimeout),
        OperationContext = request.OperationContext,
        CustomCallingContext = CallBodies.ContextOf(action.CustomContext),
    };

    public static RemoveParticipantRequest Remove(RemoveParticipant action, CallActionRequest request) => new()
    {
        ParticipantToRemove = action.Participant.ToModel(),
        OperationContext = request.OperationContext,
    };

    public static MoveParticipantsRequest Move(MoveParticipants action, CallActionRequest request) => new()
    {
        TargetParticipants = [.. action.Participants.Select(participant => participant.ToModel())],
        FromCall = action.FromCall,
        OperationContext = request.OperationContext,
    };

    public static MuteParticipantsRequest Mute(MuteParticipant action, CallActionRequest request) => new()
    {
        TargetParticipants = [action.Participant.ToModel()],
        OperationContext = request.OperationContext,
    };

    public static CancelAddParticipantRequest Cancel(CancelAddParticipant action, CallActionRequest request) => new()
    {
        InvitationId = action.InvitationId,
        OperationContext = request.OperationContext,
    };
}
