namespace CallFlows.Calls;

/// <summary>Who called whom.</summary>
public enum CallDirection
{
    /// <summary>Somebody called the flow.</summary>
    Inbound,

    /// <summary>The flow called somebody.</summary>
    Outbound,

    /// <summary>The flow joined a call that went on: it called nobody, and nobody called it.</summary>
    Joined,
}
