#nullable disable

using CallFlows.Functions.Tests.StandIns;
using CallFlows.Protocol.Rest;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/CallConnection.cs")]
public class CallConnection
{
    private readonly ClientPipeline _pipeline;

    internal CallConnection(ClientPipeline pipeline, string callConnectionId)
    {
        _pipeline = pipeline;
        CallConnectionId = callConnectionId;
    }

    public virtual string CallConnectionId { get; }

    public virtual CallMedia GetCallMedia() => new(_pipeline, CallConnectionId);

    public virtual async Task<Response<CallConnectionProperties>> GetCallConnectionPropertiesAsync(CancellationToken cancellationToken = default) =>
        await _pipeline.AskAsync(CallAutomationOperations.GetCall, [CallConnectionId], NoBody.Instance, new CallConnectionProperties(), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response> HangUpAsync(bool forEveryone, CancellationToken cancellationToken = default) =>
        await _pipeline.SendAsync(
            forEveryone ? CallAutomationOperations.Terminate : CallAutomationOperations.HangUp, [CallConnectionId], NoBody.Instance, cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response<TransferCallToParticipantResult>> TransferCallToParticipantAsync(TransferToParticipantOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.AskAsync(CallAutomationOperations.TransferToParticipant, [CallConnectionId], CallWire.Transfer(options), new TransferCallToParticipantResult(), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response<IReadOnlyList<CallParticipant>>> GetParticipantsAsync(CancellationToken cancellationToken = default) =>
        // The official one reads the first page, and never its link to the next.
        await _pipeline.AskAsync(CallAutomationOperations.GetParticipants, [CallConnectionId], NoBody.Instance, (IReadOnlyList<CallParticipant>)[], cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response<CallParticipant>> GetParticipantAsync(CommunicationIdentifier participantIdentifier, CancellationToken cancellationToken = default) =>
        await _pipeline.AskAsync(
            CallAutomationOperations.GetParticipant, [CallConnectionId, participantIdentifier.RawId], NoBody.Instance, new CallParticipant(), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response<AddParticipantResult>> AddParticipantAsync(AddParticipantOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.AskAsync(CallAutomationOperations.AddParticipant, [CallConnectionId], ParticipantWire.Add(options), new AddParticipantResult(), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response<RemoveParticipantResult>> RemoveParticipantAsync(RemoveParticipantOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.AskAsync(CallAutomationOperations.RemoveParticipant, [CallConnectionId], ParticipantWire.Remove(options), new RemoveParticipantResult(), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response<CancelAddParticipantOperationResult>> CancelAddParticipantOperationAsync(CancelAddParticipantOperationOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.AskAsync(CallAutomationOperations.CancelAddParticipant, [CallConnectionId], ParticipantWire.Cancel(options), new CancelAddParticipantOperationResult(), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response<MoveParticipantsResult>> MoveParticipantsAsync(MoveParticipantsOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.AskAsync(CallAutomationOperations.MoveParticipants, [CallConnectionId], ParticipantWire.Move(options), new MoveParticipantsResult(), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response<MuteParticipantResult>> MuteParticipantAsync(MuteParticipantOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.AskAsync(CallAutomationOperations.MuteParticipant, [CallConnectionId], ParticipantWire.Mute(options), new MuteParticipantResult(), cancellationToken).ConfigureAwait(false);
}
