namespace CallFlows.Protocol.Rest;

/// <summary>States of a recording.</summary>
public static class RecordingStates
{
    /// <summary>Recording.</summary>
    public const string Active = "active";

    /// <summary>Just started, paused or stopped.</summary>
    public const string Inactive = "inactive";
}
