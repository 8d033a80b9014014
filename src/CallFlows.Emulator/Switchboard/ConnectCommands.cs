using CallFlows.Emulator.Hosting;

namespace CallFlows.Emulator.Switchboard;

/// <summary>Lets apps join calls that go on. Run it on the <see cref="SwitchboardQueue"/> only.</summary>
internal sealed class ConnectCommands(
    EmulatorOptions options, SwitchboardQueue queue, CallRegistry calls, CallFinder finder, ConnectionMaker connections)
{
    public CallConnection Connect(CallLocation location, ConnectionSettings settings)
    {
        // Recorded: the answer's correlationId is a new one; the call's own is shown once it is joined.
        Conversation before = calls.NewConversation();
        CallConnection call = connections.New(before, settings.Source, settings);
        queue.Schedule(options.Latency, () => Join(call, location));
        return call;
    }

    private void Join(CallConnection call, CallLocation location)
    {
        if (call.IsOver)
            return;
        if (finder.Find(location) is not { IsTooSmall: false } conversation)
        {
            call.FailToConnect(ResultInfo.NoSuchCall);
            return;
        }

        call.MoveTo(conversation);
        conversation.JoinUnlisted(call.Self, call.Leg);
        conversation.NextRosterVersion();
        call.ShowRoster();
    }
}
