using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Hosting;

namespace CallFlows.Emulator.Switchboard;

/// <summary>The switchboard's commands on participants. Run them on the <see cref="SwitchboardQueue"/> only.</summary>
internal sealed class ParticipantCommands(
    EmulatorOptions options, SwitchboardQueue queue, CallRegistry calls, IdSource ids, Dialer dialer, ICallEvents events,
    FaultSource faults)
{
    private readonly Dictionary<string, Invitation> _invitations = new(StringComparer.OrdinalIgnoreCase);

    public (CallConnection Call, Invitation Invitation) Add(string callConnectionId, AddParticipantCommand command)
    {
        CallConnection call = calls.Get(callConnectionId);
        call.RequireEstablished();
        if (call.Conversation.Find(command.Participant) is not null)
            throw ServiceFault.Invalid("The participant to add is already in the call.");
        if (call.Conversation.Participants.Count >= options.Limits.MaxParticipants)
            throw ServiceFault.Invalid($"The call has {options.Limits.MaxParticipants} participants, the most it can have.");

        Invitation? invitation = null;
        PartyId caller = command.CallerId is { } number ? PartyId.OfNumber(number) : call.Self;
        invitation = new Invitation(ids.NewId(), call.Conversation, command.Participant, caller)
        {
            CallerDisplayName = command.DisplayName ?? "",
            CustomHeaders = command.Headers,
            OnAnswered = (by, leg) => Joined(call, command, invitation!, by, leg),
            OnFailed = failure => Failed(call, command, invitation!, failure),
            OnClosed = closed => _invitations.Remove(closed.Id),
        };
        _invitations.Add(invitation.Id, invitation);
        queue.Schedule(options.Latency, () => Place(call, invitation, command.Timeout));
        return (call, invitation);
    }

    public CallConnection CancelAdd(string callConnectionId, string invitationId, Operation operation)
    {
        CallConnection call = calls.Get(callConnectionId);
        call.RequireEstablished();
        queue.Schedule(options.Latency, () =>
        {
            if (call.IsOver)
                return;
            if (!_invitations.TryGetValue(invitationId, out Invitation? invitation) || invitation.Conversation != call.Conversation)
            {
                events.CancelAddParticipantFailed(call, operation, invitationId, ResultInfo.InvitationGone);
                return;
            }

            invitation.Withdraw();
            events.CancelAddParticipantSucceeded(call, operation, invitationId,
                RingFailure.Withdrawn.Invitation(invitation.Target));
        });
        return call;
    }

    public CallConnection Remove(string callConnectionId, PartyId target, Operation operation)
    {
        CallConnection call = calls.Get(callConnectionId);
        call.RequireEstablished();
        queue.Schedule(options.Latency, () =>
        {
            if (call.IsOver)
                return;
            if (call.Conversation.Find(target) is not { } participant)
            {
                events.RemoveParticipantFailed(call, operation, target, ResultInfo.NotAParticipant);
                return;
            }

            events.RemoveParticipantSucceeded(call, operation, target);
            call.Conversation.Leave(participant, EndCause.Removed, EndCause.Alone);
        });
        return call;
    }

    public CallConnection SetMuted(string callConnectionId, PartyId target, bool muted)
    {
        CallConnection call = calls.Get(callConnectionId);
        call.RequireEstablished();
        Participant participant = call.Conversation.Find(target) ?? throw ServiceFault.ParticipantNotFound();
        if (target.IsPhoneNumber)
            throw ServiceFault.Invalid("Only communication users can be muted and unmuted; the target is a phone number.");
        queue.Schedule(options.Latency, () =>
        {
            participant.IsMuted = muted;
            call.Conversation.AnnounceRoster();
        });
        return call;
    }

    private void Place(CallConnection call, Invitation invitation, TimeSpan? timeout)
    {
        if (call.IsOver)
            invitation.Withdraw();
        if (!invitation.IsPending)
            return;
        dialer.Place(invitation, timeout);
        // Two of three recordings list the unchanged participants once more while the invited one rings.
        if (call.Conversation.Random.Next(3) > 0)
            call.Conversation.AnnounceRoster();
    }

    private void Joined(CallConnection call, AddParticipantCommand command, Invitation invitation, PartyId by, Leg leg)
    {
        call.Conversation.Join(by, leg);
        // Recorded: the grown roster first.
        call.Conversation.AnnounceRoster();
        if (!call.IsOver)
            events.AddParticipantSucceeded(call, command.Operation, invitation.Target);
    }

    private void Failed(CallConnection call, AddParticipantCommand command, Invitation invitation, RingFailure failure)
    {
        if (call.IsOver)
            return;
        bool hidden = failure == RingFailure.Declined
            && faults.Strike(FaultPhase.DeclinedInvitation, () => FaultSubject.OfRing(null, invitation)) is not null;
        if (hidden)
            events.AddParticipantSucceeded(call, command.Operation, invitation.Target);
        else
            events.AddParticipantFailed(call, command.Operation, invitation.Target, failure.Invitation(invitation.Target));
    }
}

internal sealed record AddParticipantCommand(
    PartyId Participant, string? CallerId, string? DisplayName, TimeSpan? Timeout, CustomHeaders? Headers, Operation Operation);
