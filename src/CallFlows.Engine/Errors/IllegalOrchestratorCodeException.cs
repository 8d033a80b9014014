namespace CallFlows.Engine;

/// <summary>
/// An orchestrator did what can't be replayed: it awaited a foreign task, used a clock, or left its context. The instance has failed and
/// keeps its data; it can be resumed once the code is mended.
/// </summary>
public sealed class IllegalOrchestratorCodeException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which source line, what is wrong, what to use instead.</param>
    public IllegalOrchestratorCodeException(string message)
        : base(message)
    {
    }
}
