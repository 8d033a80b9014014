namespace CallFlows.Calls;

/// <summary>What the id of a <see cref="CallLocator"/> names.</summary>
public enum CallLocatorKind
{
    /// <summary>A call that goes on, by its server call id.</summary>
    ServerCall,

    /// <summary>A group call, by the id its participants join it with.</summary>
    GroupCall,

    /// <summary>A room.</summary>
    Room,
}
