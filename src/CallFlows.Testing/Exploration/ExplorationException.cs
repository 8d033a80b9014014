namespace CallFlows.Testing.Exploration;

/// <summary>An exploration has found a run that goes wrong. The message is the report.</summary>
public sealed class ExplorationException : Exception
{
    internal ExplorationException(ExplorationResult result)
        : base(result.Finding!.Report) => Result = result;

    /// <summary>What the exploration came to.</summary>
    public ExplorationResult Result { get; }
}
