namespace CallFlows.Flows;

/// <summary>How a flow that did not fail came to its end.</summary>
public enum FlowEnding
{
    /// <summary>Its last line was reached.</summary>
    Completed,

    /// <summary>A call it was about ended, and it did not catch that.</summary>
    CallEnded,
}
