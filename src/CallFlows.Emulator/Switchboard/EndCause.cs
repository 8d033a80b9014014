namespace CallFlows.Emulator.Switchboard;

/// <summary>Why a leg's conversation is over.</summary>
internal enum EndCause
{
    /// <summary>This app ended it through the API.</summary>
    OwnRequest,

    /// <summary>Another app's connection ended it through the API.</summary>
    OtherApp,

    /// <summary>A user hung up.</summary>
    RemoteUser,

    /// <summary>A phone number hung up.</summary>
    RemoteNumber,

    /// <summary>The calling number hung up; seen by the app that was called.</summary>
    CallerNumber,

    /// <summary>This participant was removed.</summary>
    Removed,

    /// <summary>Nobody else is left.</summary>
    Alone,

    /// <summary>The other side was transferred away.</summary>
    Transferred,
}

internal static class EndCauses
{
    public static ResultInfo Result(this EndCause cause) => cause switch
    {
        EndCause.OwnRequest => ResultInfo.EndedByApi,
        EndCause.RemoteNumber => ResultInfo.EndedByRemoteNumber,
        EndCause.CallerNumber => ResultInfo.EndedByCallerNumber,
        EndCause.Removed => ResultInfo.RemovedFromCall,
        EndCause.Alone => ResultInfo.EndedAlone,
        EndCause.Transferred => ResultInfo.ConversationEnded,
        _ => ResultInfo.EndedByRemote,
    };
}
