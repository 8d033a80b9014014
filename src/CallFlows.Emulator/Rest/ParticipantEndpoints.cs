using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

/// <summary>List, get, add, cancel add, remove, move and mute.</summary>
internal sealed class ParticipantEndpoints(
    EmulatorOptions options, SwitchboardQueue queue, CallRegistry calls, ParticipantCommands commands, MoveCommands moves)
{
    public Task<RestAnswer> ListAsync(RestRequest request) => queue.RunAsync(() =>
    {
        CallConnection call = calls.Get(request.CallConnectionId);
        IReadOnlyList<Participant> all = call.Conversation.Participants;
        int next = request.Skip + options.ParticipantsPerPage;
        return RestAnswer.Of(call, new GetParticipantsResponse
        {
            Value = all.Skip(request.Skip).Take(options.ParticipantsPerPage).Select(participant => Model(participant, request)).ToArray(),
            NextLink = next < all.Count ? request.PageFrom(next) : null,
        });
    });

    public Task<RestAnswer> GetAsync(RestRequest request) => queue.RunAsync(() =>
    {
        CallConnection call = calls.Get(request.CallConnectionId);
        Participant participant = call.Conversation.Find(new PartyId(request.ParticipantRawId))
            ?? throw ServiceFault.ParticipantNotFound();
        return RestAnswer.Of(call, Model(participant, request));
    });

    public async Task<RestAnswer> AddAsync(RestRequest request)
    {
        AddParticipantRequest body = request.Read<AddParticipantRequest>();
        PartyId participant = Checks.Party(body.ParticipantToAdd, "participantToAdd");
        string? callerId = Checks.Number(body.SourceCallerIdNumber, "sourceCallerIdNumber");
        Checks.CallerIdFor(participant, callerId);
        TimeSpan? timeout = Checks.Seconds(body.InvitationTimeoutInSeconds, 0, 180, "invitationTimeoutInSeconds");
        AddParticipantCommand command = new(
            participant, callerId, Checks.DisplayName(body.SourceDisplayName), timeout == TimeSpan.Zero ? null : timeout,
            Checks.Headers(body.CustomCallingContext), Checks.Operation(body.OperationContext, body.OperationCallbackUri));
        return await queue.RunAsync(() =>
        {
            (CallConnection call, Invitation invitation) = commands.Add(request.CallConnectionId, command);
            return RestAnswer.Of(call, new AddParticipantResponse
            {
                Participant = WireModels.Participant(new ParticipantState(participant, false, false), request.ApiVersion),
                OperationContext = body.OperationContext,
                InvitationId = invitation.Id,
            }, body.OperationContext);
        });
    }

    public async Task<RestAnswer> CancelAddAsync(RestRequest request)
    {
        CancelAddParticipantRequest body = request.Read<CancelAddParticipantRequest>();
        string invitationId = body.InvitationId is { Length: > 0 and <= 100 } id
            ? id
            : throw ServiceFault.Invalid("The field invitationId is missing or too long.");
        Operation operation = Checks.Operation(body.OperationContext, body.OperationCallbackUri);
        return await queue.RunAsync(() => RestAnswer.Of(
            commands.CancelAdd(request.CallConnectionId, invitationId, operation),
            new CancelAddParticipantResponse { InvitationId = invitationId, OperationContext = body.OperationContext },
            body.OperationContext));
    }

    public async Task<RestAnswer> RemoveAsync(RestRequest request)
    {
        RemoveParticipantRequest body = request.Read<RemoveParticipantRequest>();
        PartyId participant = Checks.Party(body.ParticipantToRemove, "participantToRemove");
        Operation operation = Checks.Operation(body.OperationContext, body.OperationCallbackUri);
        return await queue.RunAsync(() => RestAnswer.Of(
            commands.Remove(request.CallConnectionId, participant, operation),
            new OperationContextResponse { OperationContext = body.OperationContext },
            body.OperationContext));
    }

    public async Task<RestAnswer> MoveAsync(RestRequest request)
    {
        MoveParticipantsRequest body = request.Read<MoveParticipantsRequest>();
        if (body.TargetParticipants is not { Count: > 0 } models)
            throw ServiceFault.Invalid("The field targetParticipants is missing or empty.");
        string from = body.FromCall is { Length: > 0 and <= 100 } id ? id : throw ServiceFault.Invalid("The field fromCall is missing or too long.");
        PartyId[] targets = models.Select((model, index) => Checks.Party(model, $"targetParticipants[{index}]")).Distinct().ToArray();
        Operation operation = Checks.Operation(body.OperationContext, body.OperationCallbackUri);
        return await queue.RunAsync(() =>
        {
            (CallConnection call, IReadOnlyList<ParticipantState> moving) = moves.Move(request.CallConnectionId, from, targets, operation);
            return RestAnswer.Of(call, new MoveParticipantsResponse
            {
                Participants = moving.Select(participant => WireModels.Participant(participant, request.ApiVersion)).ToArray(),
                OperationContext = body.OperationContext,
                FromCall = from,
            }, body.OperationContext);
        });
    }

    public Task<RestAnswer> MuteAsync(RestRequest request) => SetMutedAsync(request, muted: true);

    public Task<RestAnswer> UnmuteAsync(RestRequest request) => SetMutedAsync(request, muted: false);

    private async Task<RestAnswer> SetMutedAsync(RestRequest request, bool muted)
    {
        MuteParticipantsRequest body = request.Read<MuteParticipantsRequest>();
        if (body.TargetParticipants is not { Count: 1 } targets)
            throw ServiceFault.Invalid("The field targetParticipants must name exactly one participant.");
        PartyId target = Checks.Party(targets[0], "targetParticipants[0]");
        return await queue.RunAsync(() => RestAnswer.Of(
            commands.SetMuted(request.CallConnectionId, target, muted),
            new OperationContextResponse { OperationContext = body.OperationContext },
            body.OperationContext));
    }

    private static CallParticipantModel Model(Participant participant, RestRequest request) =>
        WireModels.Participant(participant.State, request.ApiVersion);
}
