namespace CallFlows.Recordings;

/// <summary>Who is on which channel of a recording.</summary>
public enum RecordingChannel
{
    /// <summary>Everybody on one.</summary>
    Mixed,

    /// <summary>Up to five participants, each on their own.</summary>
    Unmixed,
}
