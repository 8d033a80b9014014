namespace CallFlows.Emulator.Switchboard;

/// <summary>Finds the conversation that a call locator names. Runs on the <see cref="SwitchboardQueue"/> only.</summary>
internal sealed class CallFinder(CallRegistry calls, Meetings meetings)
{
    /// <summary>The conversation; null when there is none that goes on.</summary>
    public Conversation? Find(CallLocation location) => location.Kind == CallLocationKind.ServerCall
        ? calls.All.FirstOrDefault(call => !call.IsOver && call.Conversation.ServerCallId == location.Id)?.Conversation
            ?? meetings.FindByServerCallId(location.Id)
        : meetings.Find(location);
}
