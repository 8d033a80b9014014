using CallFlows.Events;

namespace CallFlows.Calls;

/// <summary>How a call ended.</summary>
/// <param name="Reason">Why it is over for the flow.</param>
/// <param name="Result">The service's own rating of it, when it gave one.</param>
public sealed record CallEnd(CallEndReason Reason, ResultInformation? Result = null)
{
    /// <summary>The end in words.</summary>
    public override string ToString() => Reason switch
    {
        CallEndReason.RemoteHungUp => "the other side hung up",
        CallEndReason.HungUp => "the flow hung up",
        CallEndReason.Transferred => "transferred",
        CallEndReason.NotEstablished => "never established",
        _ => "lost: the service no longer knows the call",
    };
}
