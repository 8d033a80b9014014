#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public class ConnectCallOptions
{
    public ConnectCallOptions(CallLocator callLocator, Uri callbackUri)
    {
        CallLocator = callLocator;
        CallbackUri = callbackUri;
    }

    public CallLocator CallLocator { get; }

    public Uri CallbackUri { get; }

    public CallIntelligenceOptions CallIntelligenceOptions { get; set; }

    public MediaStreamingOptions MediaStreamingOptions { get; set; }

    public TranscriptionOptions TranscriptionOptions { get; set; }

    public string OperationContext { get; set; }
}
