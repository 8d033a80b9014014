namespace CallFlows.Testing;

/// <summary>A call did not go as a test expects. The message ends with the transcript up to then.</summary>
public sealed class CallFlowTestException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was expected, what happened instead, and the transcript.</param>
    public CallFlowTestException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was expected, what happened instead, and the transcript.</param>
    /// <param name="innerException">What went wrong underneath.</param>
    public CallFlowTestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
