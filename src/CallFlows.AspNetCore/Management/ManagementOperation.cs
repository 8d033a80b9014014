namespace CallFlows.AspNetCore.Management;

/// <summary>What an operator may ask for. Route values and query are those of <c>MapCallFlows</c>.</summary>
public enum ManagementOperation
{
    /// <summary>Lists flows.</summary>
    List,

    /// <summary>Shows one flow; route value <c>instanceId</c>.</summary>
    Get,

    /// <summary>Shows the events of a flow; route value <c>instanceId</c>. Only the embedded engine tells them.</summary>
    History,

    /// <summary>Gives the history of a flow as a file without what is personal; route value <c>instanceId</c>. Only the embedded engine has it.</summary>
    Export,

    /// <summary>Shows what was said, played and pressed; route value <c>instanceId</c>.</summary>
    Transcript,

    /// <summary>Starts a flow that no call starts; route value <c>flow</c>, the input as body.</summary>
    Start,

    /// <summary>Sends a signal; route values <c>instanceId</c> and <c>name</c>, its data as body.</summary>
    Signal,

    /// <summary>Holds a flow; route value <c>instanceId</c>.</summary>
    Suspend,

    /// <summary>Lets a held flow go on; route value <c>instanceId</c>.</summary>
    Resume,

    /// <summary>Ends a flow at once; route value <c>instanceId</c>.</summary>
    Terminate,

    /// <summary>Deletes a flow that has ended; route value <c>instanceId</c>.</summary>
    Purge,

    /// <summary>Deletes flows that ended before a time.</summary>
    PurgeMany,
}
