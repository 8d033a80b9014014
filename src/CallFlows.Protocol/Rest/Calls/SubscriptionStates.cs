namespace CallFlows.Protocol.Rest;

/// <summary>Values of the state of a streaming or transcription subscription.</summary>
public static class SubscriptionStates
{
    /// <summary>Not asked for.</summary>
    public const string Disabled = "disabled";

    /// <summary>Asked for but not running.</summary>
    public const string Inactive = "inactive";

    /// <summary>Running.</summary>
    public const string Active = "active";
}
