namespace CallFlows.Actions;

/// <summary>How far a call has come, in the service's words.</summary>
public enum CallConnectionState
{
    /// <summary>Not told; also what the answer to an answer says.</summary>
    Unknown,

    /// <summary>Ringing or being set up.</summary>
    Connecting,

    /// <summary>People can talk.</summary>
    Connected,

    /// <summary>Being transferred.</summary>
    Transferring,

    /// <summary>The transfer was accepted.</summary>
    TransferAccepted,

    /// <summary>Ending.</summary>
    Disconnecting,

    /// <summary>Over.</summary>
    Disconnected,
}
