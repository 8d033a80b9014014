namespace CallFlows.Calls;

/// <summary>How dialling, inviting or transferring ended.</summary>
public enum DialOutcome
{
    /// <summary>Somebody answered.</summary>
    Answered,

    /// <summary>The call was turned away.</summary>
    Declined,

    /// <summary>The line was busy.</summary>
    Busy,

    /// <summary>It rang and nobody answered in time.</summary>
    NoAnswer,

    /// <summary>The number or user does not exist or can't be reached.</summary>
    Unreachable,

    /// <summary>The flow gave up before anybody answered.</summary>
    Cancelled,

    /// <summary>The service could not do it.</summary>
    Failed,

    /// <summary>The service never reported what became of it.</summary>
    Unconfirmed,
}
