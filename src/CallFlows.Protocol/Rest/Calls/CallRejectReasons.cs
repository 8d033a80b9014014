namespace CallFlows.Protocol.Rest;

/// <summary>Values of <see cref="RejectCallRequest.CallRejectReason"/>.</summary>
public static class CallRejectReasons
{
    /// <summary>No reason given.</summary>
    public const string None = "none";

    /// <summary>The callee is busy.</summary>
    public const string Busy = "busy";

    /// <summary>The callee refuses.</summary>
    public const string Forbidden = "forbidden";
}
