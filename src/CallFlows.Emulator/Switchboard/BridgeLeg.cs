using CallFlows.Emulator.Phones;

namespace CallFlows.Emulator.Switchboard;

/// <summary>
/// One end of a link between two conversations, as a phone network makes between two apps' numbers. Prompts don't cross
/// it: behind it is an app, which hears only tones and speech.
/// </summary>
internal sealed class BridgeLeg(EndCause causeSeenHere) : Leg
{
    private readonly EndCause _causeSeenHere = causeSeenHere;
    private BridgeLeg? _far;

    /// <summary>Makes a bridge: the end in the calling conversation, and the one in the called.</summary>
    public static (BridgeLeg Calling, BridgeLeg Called) Create()
    {
        BridgeLeg calling = new(EndCause.RemoteNumber);
        BridgeLeg called = new(EndCause.CallerNumber) { _far = calling };
        calling._far = called;
        return (calling, called);
    }

    public override void HearTone(Tone tone)
    {
        if (_far?.Participant is { } far)
            far.Conversation.Tone(far, tone);
    }

    public override void HearSpeech(PartyId from, string text)
    {
        if (_far?.Participant is { } far)
            far.Conversation.Speech(far, text);
    }

    public override void Dropped(EndCause cause)
    {
        Participant = null;
        BridgeLeg? far = _far;
        _far = null;
        if (far?.Participant is { } participant)
            participant.Conversation.Leave(participant, EndCause.RemoteNumber, far._causeSeenHere);
    }
}
