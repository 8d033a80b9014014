namespace CallFlows.Flows;

/// <summary>Whether an incoming call started a flow.</summary>
public enum IncomingCallDisposition
{
    /// <summary>A flow was started.</summary>
    Started,

    /// <summary>The call was announced before; its flow runs already.</summary>
    Duplicate,

    /// <summary>No route matches: the call is left to ring.</summary>
    Unrouted,
}
