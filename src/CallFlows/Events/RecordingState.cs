namespace CallFlows.Events;

/// <summary>Whether a recording records.</summary>
public enum RecordingState
{
    /// <summary>It doesn't: not yet, paused, or stopped.</summary>
    Inactive,

    /// <summary>It does.</summary>
    Active,
}
