using CallFlows.Emulator.Hosting;

namespace CallFlows.Emulator.Switchboard;

/// <summary>Brings participants of one call into another. Run it on the <see cref="SwitchboardQueue"/> only.</summary>
internal sealed class MoveCommands(EmulatorOptions options, SwitchboardQueue queue, CallRegistry calls, ICallEvents events)
{
    public (CallConnection Here, IReadOnlyList<ParticipantState> Moving) Move(
        string callConnectionId, string fromCall, IReadOnlyList<PartyId> targets, Operation operation)
    {
        CallConnection here = calls.Get(callConnectionId);
        here.RequireEstablished();
        CallConnection from = calls.Get(fromCall);
        from.RequireEstablished();
        if (from.Conversation == here.Conversation)
            throw ServiceFault.Invalid("The field fromCall names the call that participants are to be moved to.");
        if (here.Conversation.Participants.Count + targets.Count > options.Limits.MaxParticipants)
            throw ServiceFault.Invalid($"The call would have more than {options.Limits.MaxParticipants} participants, the most it can have.");
        queue.Schedule(options.Latency, () => Move(here, from, targets, operation));
        return (here, targets.Select(target => from.Conversation.Find(target)?.State ?? new ParticipantState(target, false, false)).ToArray());
    }

    private void Move(CallConnection here, CallConnection from, IReadOnlyList<PartyId> targets, Operation operation)
    {
        if (here.IsOver)
            return;
        Conversation old = from.Conversation;
        List<PartyId> moved = [];
        foreach (PartyId target in targets)
        {
            if (from.IsOver || from.Others.FirstOrDefault(other => other.Id == target) is not { } participant)
            {
                events.MoveParticipantFailed(here, operation, target, from.Id, ResultInfo.NotAParticipant);
                continue;
            }

            if (here.Conversation.Find(target) is not null)
            {
                events.MoveParticipantFailed(here, operation, target, from.Id, ResultInfo.InTheCallAlready);
                continue;
            }

            Leg leg = participant.Leg;
            old.Detach(participant);
            if (leg is AppLeg app)
                app.Connection.MoveTo(here.Conversation);
            here.Conversation.Join(target, leg);
            moved.Add(target);
        }

        if (moved.Count == 0)
            return;
        here.Conversation.AnnounceRoster();
        foreach (PartyId target in moved)
            events.MoveParticipantSucceeded(here, operation, target, from.Id);
        if (old.IsTooSmall)
            old.End(null, EndCause.Transferred, EndCause.Transferred);
        else
            old.AnnounceRoster();
    }
}
