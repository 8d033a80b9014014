namespace CallFlows.Engine;

/// <summary>
/// The engine has as much to do as it was allowed to take on, and refused a start or an event rather than grow. Nothing was changed; the same
/// call may succeed in a moment.
/// </summary>
public sealed class EngineBusyException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What there is too much of, which option bounds it, what to do.</param>
    public EngineBusyException(string message)
        : base(message)
    {
    }
}
