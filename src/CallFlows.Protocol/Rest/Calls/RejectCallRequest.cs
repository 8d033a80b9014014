namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>POST /calling/callConnections:reject</c>.</summary>
public sealed record RejectCallRequest : WireModel
{
    /// <summary>The secret text of the ringing call. Required.</summary>
    public string? IncomingCallContext { get; init; }

    /// <summary>One of <see cref="CallRejectReasons"/>; absent means none.</summary>
    public string? CallRejectReason { get; init; }
}
