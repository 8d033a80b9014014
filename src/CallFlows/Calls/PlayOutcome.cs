namespace CallFlows.Calls;

/// <summary>How a prompt ended.</summary>
public enum PlayOutcome
{
    /// <summary>It was played to the end.</summary>
    Completed,

    /// <summary>Another action broke it off.</summary>
    Interrupted,

    /// <summary>The service never reported that it ended; the call is still there.</summary>
    Unconfirmed,
}
