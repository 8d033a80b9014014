namespace CallFlows.Engine;

/// <summary>Names, in <see cref="Durable.FailureDetails.ErrorType"/>, a sub-orchestration that was terminated by an operator.</summary>
public sealed class OrchestrationTerminatedException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which instance was terminated.</param>
    public OrchestrationTerminatedException(string message)
        : base(message)
    {
    }
}
