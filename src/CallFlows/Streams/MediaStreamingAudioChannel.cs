namespace CallFlows.Streams;

/// <summary>Who is in which frame of a streamed call.</summary>
public enum MediaStreamingAudioChannel
{
    /// <summary>Everybody together.</summary>
    Mixed,

    /// <summary>Each participant in frames of their own; the service streams the four who speak most.</summary>
    Unmixed,
}
