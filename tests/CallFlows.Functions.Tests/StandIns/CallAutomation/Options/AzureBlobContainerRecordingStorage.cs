#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/Models/AzureBlobContainerRecordingStorage.cs")]
internal sealed class AzureBlobContainerRecordingStorage : RecordingStorage
{
    public AzureBlobContainerRecordingStorage(Uri recordingDestinationContainerUri) => RecordingDestinationContainerUri = recordingDestinationContainerUri;

    public Uri RecordingDestinationContainerUri { get; }
}
