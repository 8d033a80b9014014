namespace CallFlows.Calls;

/// <summary>How a recognition ended.</summary>
public enum RecognizeOutcome
{
    /// <summary>The caller gave something.</summary>
    Recognized,

    /// <summary>The caller gave nothing.</summary>
    NoInput,

    /// <summary>The caller gave something that fits nothing, or that was not understood.</summary>
    NoMatch,

    /// <summary>Another action broke it off.</summary>
    Interrupted,

    /// <summary>The service never reported a result; the call is still there.</summary>
    Unconfirmed,
}
