namespace CallFlows.Protocol.Rest;

/// <summary>Where recording files go.</summary>
public sealed record RecordingStorageModel : WireModel
{
    /// <summary><c>azureCommunicationServices</c> or <c>azureBlobStorage</c>. Required.</summary>
    public string? RecordingStorageKind { get; init; }

    /// <summary>The blob container.</summary>
    public string? RecordingDestinationContainerUrl { get; init; }
}
