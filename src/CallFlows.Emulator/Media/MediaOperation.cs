using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Media;

/// <summary>A play or recognize of one connection. It reports its own events and calls <see cref="Done"/> once at its end.</summary>
internal abstract class MediaOperation
{
    public Action Done { get; set; } = () => { };

    /// <summary>True when it takes one participant aside (doc, "sub leg"): two of these can't wait for one another.</summary>
    public abstract bool IsForSome { get; }

    public abstract void Start();

    /// <summary>Stops and reports the cancellation. Doesn't call <see cref="Done"/>.</summary>
    public abstract void Cancel();

    /// <summary>Stops without a word, because the call is over.</summary>
    public abstract void Abandon();

    public virtual void HearTone(Participant from, Tone tone)
    {
    }

    public virtual void HearSpeech(Participant from, string text)
    {
    }
}
