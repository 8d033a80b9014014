using CallFlows.Emulator.Hosting;

namespace CallFlows.Emulator.Switchboard;

/// <summary>Transfers a participant to somebody outside the call. Run it on the <see cref="SwitchboardQueue"/> only.</summary>
internal sealed class TransferCommands(
    EmulatorOptions options, SwitchboardQueue queue, CallRegistry calls, IdSource ids, Dialer dialer, ICallEvents events)
{
    public CallConnection Transfer(string callConnectionId, TransferCommand command)
    {
        CallConnection call = calls.Get(callConnectionId);
        call.RequireEstablished();
        if (call.State == ConnectionState.Transferring)
            throw new ServiceFault(409, 8607, "Another transfer of this call is in progress.");
        Participant transferee = FindTransferee(call, command.Transferee);
        if (call.Conversation.Find(command.Target) is not null)
            throw ServiceFault.Invalid("The transfer target is already in the call.");

        call.BeginTransfer();
        Conversation next = calls.NewConversation();
        Invitation? invitation = null;
        invitation = new Invitation(ids.NewId(), next, command.Target, CallerFor(command, transferee))
        {
            CustomHeaders = command.Headers,
            OnAnswered = (by, leg) => Accepted(call, command, transferee, invitation!, by, leg),
            OnFailed = failure => Failed(call, command, invitation!, failure),
        };
        queue.Schedule(options.Latency, () =>
        {
            if (!call.IsOver)
            {
                // The ring ends with either conversation.
                call.Conversation.Track(invitation);
                dialer.Place(invitation, options.TransferTimeout);
            }
        });
        return call;
    }

    private static PartyId CallerFor(TransferCommand command, Participant transferee) =>
        command.CallerId is { } number ? PartyId.OfNumber(number) : transferee.Id;

    private static Participant FindTransferee(CallConnection call, PartyId? named)
    {
        if (named is { } id)
            return call.Others.FirstOrDefault(other => other.Id == id)
                ?? throw ServiceFault.Invalid("The transferee is not a participant of the call.");
        Participant[] others = call.Others.ToArray();
        return others.Length == 1
            ? others[0]
            : throw ServiceFault.Invalid("The call has several participants: name the one to transfer in 'transferee'.");
    }

    private void Accepted(
        CallConnection call, TransferCommand command, Participant transferee, Invitation invitation, PartyId by, Leg leg)
    {
        Conversation old = call.Conversation;
        Conversation next = invitation.Conversation;
        old.Forget(invitation);
        if (call.IsOver || transferee.Leg.Participant != transferee)
        {
            leg.Dropped(EndCause.RemoteUser);
            return;
        }

        call.TransferFailed();
        events.CallTransferAccepted(call, command.Operation, command.Target, transferee.Id);
        old.Detach(transferee);
        if (transferee.Leg is AppLeg app)
            app.Connection.MoveTo(next);
        next.Join(transferee.Id, transferee.Leg);
        next.Join(by, leg);
        next.AnnounceRoster();
        if (old.IsTooSmall)
            old.End(null, EndCause.Transferred, EndCause.Transferred);
        else
            old.AnnounceRoster();
    }

    private void Failed(CallConnection call, TransferCommand command, Invitation invitation, RingFailure failure)
    {
        call.Conversation.Forget(invitation);
        if (call.IsOver)
            return;
        call.TransferFailed();
        events.CallTransferFailed(call, command.Operation, failure.Call(command.Target));
    }
}

internal sealed record TransferCommand(
    PartyId Target, PartyId? Transferee, string? CallerId, CustomHeaders? Headers, Operation Operation);
