namespace CallFlows.Streams;

/// <summary>What the service last reported of a stream.</summary>
public enum StreamStatus
{
    /// <summary>It was asked for, and nothing was reported yet.</summary>
    Inactive,

    /// <summary>It runs.</summary>
    Active,

    /// <summary>It was stopped, and can be started again.</summary>
    Stopped,

    /// <summary>It failed. The service may report it active again when it could reconnect.</summary>
    Failed,
}
