namespace CallFlows.Streams;

/// <summary>How a call's stream stands at the service.</summary>
public enum SubscriptionState
{
    /// <summary>It was not asked for when the call began.</summary>
    Disabled,

    /// <summary>It was asked for, and does not run.</summary>
    Inactive,

    /// <summary>It runs.</summary>
    Active,
}
