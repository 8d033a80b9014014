using CallFlows.Emulator.Media;
using CallFlows.Emulator.Phones;

namespace CallFlows.Emulator.Switchboard;

/// <summary>How a participant is attached to a conversation: a phone, an app's connection, or a bridge to another conversation.</summary>
internal abstract class Leg
{
    /// <summary>Where this leg takes part, from joining until leaving.</summary>
    public Participant? Participant { get; set; }

    public virtual void Joined()
    {
    }

    public virtual void PromptStarted(Playback playback)
    {
    }

    public virtual void PromptEnded(Playback playback, bool interrupted)
    {
    }

    public virtual void HearTone(Tone tone)
    {
    }

    public virtual void HearSpeech(PartyId from, string text)
    {
    }

    public virtual void HoldChanged(bool onHold)
    {
    }

    /// <summary>The conversation is over for this leg.</summary>
    public abstract void Dropped(EndCause cause);
}
