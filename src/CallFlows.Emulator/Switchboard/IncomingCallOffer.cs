namespace CallFlows.Emulator.Switchboard;

/// <summary>A call that rings at an app: what its incomingCallContext stands for.</summary>
internal sealed class IncomingCallOffer(string context, PartyId called, Invitation invitation, Conversation conversation)
{
    public string Context { get; } = context;

    /// <summary>The identity that is rung; after a redirect not the one first dialled.</summary>
    public PartyId Called { get; } = called;

    public Invitation Invitation { get; } = invitation;

    /// <summary>
    /// Where the answering app takes part: the caller's own conversation, or, for an app's call to a phone number, a
    /// conversation of its own that is bridged to the caller's (recordings: PSTN sides share no ids).
    /// </summary>
    public Conversation Conversation { get; } = conversation;

    public bool IsBridged => Conversation != Invitation.Conversation;

    /// <summary>False once answered, rejected, redirected or expired.</summary>
    public bool IsOpen { get; set; } = true;
}
