namespace CallFlows.Actions;

/// <summary>The service refused or failed an action.</summary>
public sealed class CallActionException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">What went wrong.</param>
    /// <param name="innerException">What was caught, or null.</param>
    public CallActionException(CallActionError error, Exception? innerException = null)
        : base(error?.ToString(), innerException)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>What went wrong.</summary>
    public CallActionError Error { get; }

    /// <summary>The action's name.</summary>
    public string Action => Error.Action;

    /// <summary>The HTTP status or the code of the failure event; 0 when the service could not be reached.</summary>
    public int Status => Error.Status;

    /// <summary>The service's own error code, or null.</summary>
    public string? Code => Error.Code;

    /// <summary>The service's sub code, or null.</summary>
    public int? SubCode => Error.SubCode;
}
