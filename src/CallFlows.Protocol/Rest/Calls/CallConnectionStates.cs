namespace CallFlows.Protocol.Rest;

/// <summary>Values of <see cref="CallConnectionPropertiesModel.CallConnectionState"/>.</summary>
public static class CallConnectionStates
{
    /// <summary>Not known; seen in the answer of answer.</summary>
    public const string Unknown = "unknown";

    /// <summary>Being set up.</summary>
    public const string Connecting = "connecting";

    /// <summary>Media can flow.</summary>
    public const string Connected = "connected";

    /// <summary>A transfer has been asked for.</summary>
    public const string Transferring = "transferring";

    /// <summary>The transfer target has accepted.</summary>
    public const string TransferAccepted = "transferAccepted";

    /// <summary>Being torn down.</summary>
    public const string Disconnecting = "disconnecting";

    /// <summary>Over.</summary>
    public const string Disconnected = "disconnected";
}
