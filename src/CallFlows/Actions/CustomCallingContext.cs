namespace CallFlows.Actions;

/// <summary>Headers that travel with a call: SIP headers to phones and trunks, VoIP headers to Communication Services users.</summary>
public sealed record CustomCallingContext
{
    /// <summary>SIP headers by name: <c>User-To-User</c>, or <c>X-…</c>. At most 5 of the latter.</summary>
    public IReadOnlyDictionary<string, string> SipHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>VoIP headers by name. At most 1,000.</summary>
    public IReadOnlyDictionary<string, string> VoipHeaders { get; init; } = new Dictionary<string, string>();
}
