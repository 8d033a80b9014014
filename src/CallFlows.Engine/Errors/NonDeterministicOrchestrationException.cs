namespace CallFlows.Engine;

/// <summary>
/// The code of an orchestrator does not match the history of an instance. The instance has failed and keeps its data; it can be resumed once
/// the code fits again.
/// </summary>
public sealed class NonDeterministicOrchestrationException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which history event, which source line, what to do.</param>
    public NonDeterministicOrchestrationException(string message)
        : base(message)
    {
    }
}
