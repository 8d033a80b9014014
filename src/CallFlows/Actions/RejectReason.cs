namespace CallFlows.Actions;

/// <summary>Why a call is turned away.</summary>
public enum RejectReason
{
    /// <summary>No reason.</summary>
    None,

    /// <summary>The line is busy.</summary>
    Busy,

    /// <summary>The caller may not call here.</summary>
    Forbidden,
}
