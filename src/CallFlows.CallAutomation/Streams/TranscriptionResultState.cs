namespace CallFlows.CallAutomation.Streams;

/// <summary>Whether words that were heard may still change.</summary>
public enum TranscriptionResultState
{
    /// <summary>They are being spoken, and may change.</summary>
    Intermediate,

    /// <summary>They stay so.</summary>
    Final,
}
