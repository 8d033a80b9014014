#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public class CreateGroupCallOptions
{
    public CreateGroupCallOptions(IEnumerable<CommunicationIdentifier> targets, Uri callbackUri)
    {
        Targets = targets;
        CallbackUri = callbackUri;
    }

    public IEnumerable<CommunicationIdentifier> Targets { get; }

    public Uri CallbackUri { get; }

    public PhoneNumberIdentifier SourceCallerIdNumber { get; set; }

    public string SourceDisplayName { get; set; }

    public MicrosoftTeamsAppIdentifier TeamsAppSource { get; set; }

    public CallIntelligenceOptions CallIntelligenceOptions { get; set; }

    public MediaStreamingOptions MediaStreamingOptions { get; set; }

    public TranscriptionOptions TranscriptionOptions { get; set; }

    public string OperationContext { get; set; }
}
