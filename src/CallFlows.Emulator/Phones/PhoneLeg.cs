using CallFlows.Emulator.Media;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Phones;

/// <summary>A phone in a call.</summary>
internal sealed class PhoneLeg(PhoneLine line) : Leg
{
    private readonly Dictionary<Playback, HeardPrompt> _playing = [];

    public override void Joined() => line.Connected(this);

    public override void PromptStarted(Playback playback) => _playing[playback] = line.Log.PromptStarted(playback.Prompt);

    public override void PromptEnded(Playback playback, bool interrupted)
    {
        if (_playing.Remove(playback, out HeardPrompt? heard))
            line.Log.PromptEnded(heard, interrupted);
    }

    public override void HearTone(Tone tone) => line.Log.Add(PhoneLogKind.HeardTones, Tones.ToKey(tone).ToString());

    public override void HearSpeech(PartyId from, string text) => line.Log.Add(PhoneLogKind.HeardSpeech, text);

    public override void HoldChanged(bool onHold) =>
        line.Log.Add(onHold ? PhoneLogKind.PutOnHold : PhoneLogKind.TakenOffHold);

    public override void Dropped(EndCause cause)
    {
        Participant = null;
        foreach (HeardPrompt heard in _playing.Values.ToArray())
            line.Log.PromptEnded(heard, interrupted: true);
        _playing.Clear();
        line.Disconnected(cause);
    }
}
