namespace CallFlows.Calls;

/// <summary>Why a call is over for a flow.</summary>
public enum CallEndReason
{
    /// <summary>The other side hung up, or had gone before the call was answered.</summary>
    RemoteHungUp,

    /// <summary>The flow hung up.</summary>
    HungUp,

    /// <summary>The other party was handed over; the flow has no part in the call any more.</summary>
    Transferred,

    /// <summary>The call never came about.</summary>
    NotEstablished,

    /// <summary>The service no longer knows the call, and never said why it ended.</summary>
    Lost,
}
