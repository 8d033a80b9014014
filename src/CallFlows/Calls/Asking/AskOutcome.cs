namespace CallFlows.Calls.Asking;

/// <summary>How a question ended, after all its tries.</summary>
public enum AskOutcome
{
    /// <summary>The caller gave an answer that fits.</summary>
    Given,

    /// <summary>The caller gave nothing at the last try.</summary>
    NoInput,

    /// <summary>What the caller gave at the last try fits nothing.</summary>
    NoMatch,

    /// <summary>Another action broke the question off.</summary>
    Interrupted,
}
