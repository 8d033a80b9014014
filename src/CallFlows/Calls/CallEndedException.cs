namespace CallFlows.Calls;

/// <summary>
/// The call a step was about is over. Every pending step of the call ends with it, and every later one. A flow that doesn't catch it
/// ends <i>completed</i>, with the way the call ended as its outcome.
/// </summary>
public sealed class CallEndedException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="end">How the call ended.</param>
    public CallEndedException(CallEnd end)
        : base($"The call is over: {end}.") => End = end;

    /// <summary>How the call ended.</summary>
    public CallEnd End { get; }

    /// <summary>Why the call is over for the flow.</summary>
    public CallEndReason Reason => End.Reason;
}
