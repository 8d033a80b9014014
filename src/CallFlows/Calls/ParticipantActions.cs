using CallFlows.Actions;
using CallFlows.Calls.Transcripts;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows.Running;

namespace CallFlows.Calls;

/// <summary>Brings people into a call and takes them out, and makes sure of it when the service's word is lost or comes too late.</summary>
internal sealed class ParticipantActions(CallDesk desk, CallSession session, DeadlineClock deadlines)
{
    public async Task<Invited> AddAsync(AddParticipant action, Step step, CancellationToken cancellationToken)
    {
        string? invitation = null;
        session.Transcript.Flow(TranscriptKind.Participant, $"invites {action.Participant}");
        CallEvent? outcome = await desk.PerformAsync(
            session,
            action,
            step,
            pending => TakeBackAsync(pending, action.Participant, invitation, step),
            result => invitation = (result as InvitationResult)?.InvitationId,
            cancellationToken);
        Invited invited = outcome switch
        {
            AddParticipantSucceeded => new Invited(action.Participant, DialOutcome.Answered, outcome.Result),
            null => new Invited(action.Participant, DialOutcome.Unconfirmed),
            _ => new Invited(action.Participant, ActionOutcomes.NotReached(outcome.Result), outcome.Result),
        };
        session.Transcript.Service(
            TranscriptKind.Participant, invited.Joined ? $"{action.Participant} joins" : $"{action.Participant}: {Words.Of(invited.Outcome)}");
        return invited;
    }

    public async Task RemoveAsync(CallEndpoint participant, Step step)
    {
        RemoveParticipant action = new(participant);
        CallEvent? outcome = await desk.PerformAsync(session, action, step);
        if (outcome is RemoveParticipantFailed)
        {
            throw ActionOutcomes.Failure(action, outcome, session.Transcript);
        }

        if (outcome is null && await IsInCallAsync(participant, step))
        {
            throw ActionOutcomes.Failure(
                new CallActionError(action.Name, 0, null, null, $"the service never confirmed it, and {participant} is still in the call"), session.Transcript);
        }

        session.Transcript.Flow(TranscriptKind.Participant, $"removes {participant}");
    }

    public async Task<IReadOnlyList<Moved>> MoveAsync(IReadOnlyList<CallEndpoint> participants, CallSession from, Step step)
    {
        from.ThrowIfEnded();
        MoveParticipants action = new(participants, from.ConnectionId ?? "");
        bool empties = from.Participants.Count - participants.Count < 2;
        from.HandingOver |= empties;
        session.Transcript.Flow(TranscriptKind.Participant, $"brings {string.Join(", ", participants)} over from call {from.Number}");
        List<Moved> moved = [];
        try
        {
            moved = await MoveAsync(action, step);
        }
        finally
        {
            if (empties)
            {
                desk.SettleHandOver(from, isDone: moved.Count > 0 && moved.All(one => one.IsHere));
            }
        }

        foreach (Moved one in moved)
        {
            session.Transcript.Service(TranscriptKind.Participant, one.IsHere ? $"{one.Participant} joins" : $"{one.Participant} could not be moved");
        }

        return moved;
    }

    private async Task<List<Moved>> MoveAsync(MoveParticipants action, Step step)
    {
        IReadOnlyList<CallEvent> reports = await desk.PerformAllAsync(session, action, step);
        IReadOnlyList<CallParticipant>? present = null;
        List<Moved> moved = [];
        foreach (CallEndpoint participant in action.Participants)
        {
            CallEvent? report = reports.FirstOrDefault(one => ActionOutcomes.Moved(one) == participant);
            // What the service never reported, its list tells.
            bool isHere = report is MoveParticipantSucceeded
                || (report is null && (present ??= await GetAsync(step)).Any(one => one.Endpoint == participant));
            moved.Add(new Moved(participant, isHere, report?.Result));
        }

        return moved;
    }

    /// <summary>Mutes, holds or takes off hold.</summary>
    public async Task ChangeAsync(CallAction action, string told, Step step)
    {
        CallEvent? outcome = await desk.PerformAsync(session, action, step);
        if (outcome is HoldFailed)
        {
            throw ActionOutcomes.Failure(action, outcome, session.Transcript);
        }

        session.Transcript.Flow(TranscriptKind.Participant, told);
    }

    public async Task<IReadOnlyList<CallParticipant>> GetAsync(Step step) =>
        ((ParticipantsResult)await desk.RequestAsync(session, new GetParticipants(), step)).Participants;

    public async Task<CallParticipant?> FindAsync(CallEndpoint participant, Step step)
    {
        try
        {
            return ((ParticipantsResult)await desk.RequestAsync(session, new GetParticipant(participant), step)).Participants.SingleOrDefault();
        }
        catch (CallActionException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    private async Task<bool> IsInCallAsync(CallEndpoint participant, Step step) =>
        (await GetAsync(step)).Any(present => present.Endpoint == participant);

    /// <summary>Takes an invitation back. Whoever has joined meanwhile stays: the author's line then sees them join.</summary>
    private async Task TakeBackAsync(PendingAction pending, CallEndpoint participant, string? invitation, Step step)
    {
        CallActionException? refusal = null;
        if (invitation is not null)
        {
            CancelAddParticipant action = new(invitation);
            try
            {
                CallEvent? outcome = await desk.PerformAsync(session, action, step);
                if (outcome is CancelAddParticipantSucceeded)
                {
                    pending.GiveUp();
                    return;
                }

                refusal = outcome is null ? null : ActionOutcomes.Failure(action, outcome, session.Transcript);
            }
            catch (CallActionException exception)
            {
                refusal = exception;
            }
        }

        // Probably too late, because it was accepted or declined just now; the event that says so may be on its way.
        if (await deadlines.EndsWithinAsync(pending.Completion, Patience.TrailingEvent))
        {
            return;
        }

        if (await IsInCallAsync(participant, step))
        {
            pending.Take(new AddParticipantSucceeded { CallConnectionId = session.ConnectionId, Participant = participant });
        }
        else if (refusal is not null)
        {
            pending.Fail(refusal);
        }
        else
        {
            pending.GiveUp();
        }
    }
}
