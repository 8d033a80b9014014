using CallFlows.Events;
using CallFlows.Flows;

namespace CallFlows.CallAutomation.Callbacks;

/// <summary>Tells callbacks that a flow has use for from those that would only cost it a replay.</summary>
public sealed class CallbackSieve
{
    private readonly ParticipantRepeats _repeats = new();

    /// <summary>Whether a flow has use for a callback.</summary>
    /// <param name="callEvent">The callback.</param>
    /// <param name="interest">What the flow has declared.</param>
    public bool Lets(CallEvent callEvent, CallEventInterest interest) => callEvent switch
    {
        PlayStarted => interest.HasFlag(CallEventInterest.PlayStarted),
        ParticipantsUpdated when interest.HasFlag(CallEventInterest.NoParticipants) => false,
        ParticipantsUpdated list => !_repeats.IsRepeat(list),
        _ => true,
    };

    /// <summary>Notes that a flow has a callback durably: only from then on its repeats are of no use.</summary>
    /// <param name="callEvent">The callback.</param>
    public void Note(CallEvent callEvent)
    {
        if (callEvent is ParticipantsUpdated list)
        {
            _repeats.Note(list);
        }
    }
}
