namespace CallFlows.CallAutomation.Security;

/// <summary>What came of checking a callback's token.</summary>
/// <param name="Verdict">Good, or why not.</param>
/// <param name="Reason">A sentence for logs. It holds nothing of the token.</param>
public sealed record CallbackTokenResult(CallbackTokenVerdict Verdict, string Reason)
{
    /// <summary>Whether the token is good.</summary>
    public bool IsValid => Verdict == CallbackTokenVerdict.Valid;
}
