namespace CallFlows.Emulator.Switchboard;

/// <summary>
/// Group calls and rooms that somebody is in. A meeting begins with the first who joins, and is over when nobody is left. Runs on the
/// <see cref="SwitchboardQueue"/> only.
/// </summary>
internal sealed class Meetings(CallRegistry calls)
{
    private readonly Dictionary<CallLocation, Conversation> _conversations = [];

    public Conversation? Find(CallLocation location) => _conversations.GetValueOrDefault(location);

    public Conversation? FindByServerCallId(string id) => _conversations.Values.FirstOrDefault(conversation => conversation.ServerCallId == id);

    /// <summary>Where somebody joins; it begins if nobody is there.</summary>
    public Conversation Enter(CallLocation location)
    {
        if (_conversations.TryGetValue(location, out Conversation? conversation))
            return conversation;
        conversation = calls.NewConversation(fewestParticipants: 1);
        conversation.Ended += () => _conversations.Remove(location);
        _conversations.Add(location, conversation);
        return conversation;
    }
}
