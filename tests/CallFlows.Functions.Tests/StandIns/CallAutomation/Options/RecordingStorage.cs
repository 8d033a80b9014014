#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public abstract class RecordingStorage
{
    public static RecordingStorage CreateAzureBlobContainerRecordingStorage(Uri recordingDestinationContainerUri) =>
        new AzureBlobContainerRecordingStorage(recordingDestinationContainerUri);
}
