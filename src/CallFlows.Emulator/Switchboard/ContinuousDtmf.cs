using CallFlows.Emulator.Phones;

namespace CallFlows.Emulator.Switchboard;

/// <summary>Continuous DTMF recognition of one connection: which participants' tones are reported, under which operation.</summary>
internal sealed class ContinuousDtmf(CallConnection connection, ICallEvents events)
{
    private readonly Dictionary<PartyId, Listener> _listeners = [];

    public void Start(PartyId target, Operation operation) => _listeners[target] = new Listener(operation);

    public void Stop(PartyId target, Operation operation)
    {
        if (_listeners.Remove(target))
            events.ContinuousDtmfStopped(connection, operation);
    }

    public void HearTone(Participant from, Tone tone)
    {
        if (_listeners.TryGetValue(from.Id, out Listener? listener))
            events.ToneReceived(connection, listener.Operation, tone, ++listener.Sequence);
    }

    private sealed class Listener(Operation operation)
    {
        public Operation Operation { get; } = operation;

        public int Sequence { get; set; }
    }
}
