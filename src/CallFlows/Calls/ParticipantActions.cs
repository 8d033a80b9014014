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
