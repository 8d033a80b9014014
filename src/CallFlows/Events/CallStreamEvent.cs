namespace CallFlows.Events;

/// <summary>What events about a call's stream, of sound or of its transcription, have in common.</summary>
public abstract record CallStreamEvent : CallEvent
{
    private protected CallStreamEvent()
    {
    }

    /// <summary>The service's word on it.</summary>
    public string? StatusDetails { get; init; }
}
