#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public class UnholdOptions
{
    public UnholdOptions(CommunicationIdentifier targetParticipant)
    {
        TargetParticipant = targetParticipant;
    }

    public CommunicationIdentifier TargetParticipant { get; }

    public string OperationContext { get; set; }

    public Uri OperationCallbackUri { get; set; }
}
