using CallFlows.Emulator.Streams;

namespace CallFlows.Emulator.Switchboard;

/// <summary>Makes the connections of apps to conversations. Run it on the <see cref="SwitchboardQueue"/> only.</summary>
internal sealed class ConnectionMaker(CallRegistry calls, IdSource ids, ICallEvents events, StreamServices streams)
{
    public CallConnection New(Conversation conversation, PartyId self, ConnectionSettings settings)
    {
        CallConnection call = new(ids.NewId(), conversation, self, settings, events);
        call.Streams = streams.For(call);
        calls.Add(call);
        conversation.Control(call);
        return call;
    }
}
