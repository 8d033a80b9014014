namespace CallFlows.Protocol.Rest;

/// <summary>Values of <see cref="RecordingStorageModel.RecordingStorageKind"/>.</summary>
public static class RecordingStorageKinds
{
    /// <summary>The service keeps it, for a day unless it is set otherwise.</summary>
    public const string AzureCommunicationServices = "azureCommunicationServices";

    /// <summary>A container of blobs of one's own.</summary>
    public const string AzureBlobStorage = "azureBlobStorage";
}
