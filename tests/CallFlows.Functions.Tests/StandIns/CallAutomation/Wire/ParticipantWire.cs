#nullable disable

using CallFlows.Protocol.Rest;

namespace Azure.Communication.CallAutomation;

internal static class ParticipantWire
{
    public static AddParticipantRequest Add(AddParticipantOptions options) => new()
    {
        ParticipantToAdd = options.ParticipantToAdd.Target.ToWire(),
        SourceCallerIdNumber = options.ParticipantToAdd.SourceCallerIdNumber.ToNumber(),
        SourceDisplayName = options.ParticipantToAdd.SourceDisplayName,
        InvitationTimeoutInSeconds = options.InvitationTimeoutInSeconds,
        OperationContext = options.OperationContext,
        OperationCallbackUri = options.OperationCallbackUri?.AbsoluteUri,
        CustomCallingContext = CallWire.Context(options.ParticipantToAdd.CustomCallingContext),
    };

    public static RemoveParticipantRequest Remove(RemoveParticipantOptions options) => new()
    {
        ParticipantToRemove = options.ParticipantToRemove.ToWire(),
        OperationContext = options.OperationContext,
        OperationCallbackUri = options.OperationCallbackUri?.AbsoluteUri,
    };

    public static CancelAddParticipantRequest Cancel(CancelAddParticipantOperationOptions options) => new()
    {
        InvitationId = options.InvitationId,
        OperationContext = options.OperationContext,
        OperationCallbackUri = options.OperationCallbackUri?.AbsoluteUri,
    };

    public static MoveParticipantsRequest Move(MoveParticipantsOptions options) => new()
    {
        TargetParticipants = options.TargetParticipants.ToWire(),
        FromCall = options.FromCall,
        OperationContext = options.OperationContext,
        OperationCallbackUri = options.OperationCallbackUri?.AbsoluteUri,
    };

    public static MuteParticipantsRequest Mute(MuteParticipantOptions options) => new()
    {
        TargetParticipants = [options.TargetParticipant.ToWire()],
        OperationContext = options.OperationContext,
    };
}
