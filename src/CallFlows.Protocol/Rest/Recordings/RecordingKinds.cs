namespace CallFlows.Protocol.Rest;

/// <summary>Values of <see cref="RecordingStateResponse.RecordingKind"/>.</summary>
public static class RecordingKinds
{
    /// <summary>A recording of this service.</summary>
    public const string AzureCommunicationServices = "azureCommunicationServices";

    /// <summary>A Teams recording.</summary>
    public const string Teams = "teams";

    /// <summary>A Teams compliance recording.</summary>
    public const string TeamsCompliance = "teamsCompliance";
}
