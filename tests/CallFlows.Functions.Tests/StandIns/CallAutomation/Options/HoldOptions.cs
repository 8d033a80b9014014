#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public class HoldOptions
{
    public HoldOptions(CommunicationIdentifier targetParticipant)
    {
        TargetParticipant = targetParticipant;
    }

    public CommunicationIdentifier TargetParticipant { get; }

    public PlaySource PlaySource { get; set; }

    public string OperationContext { get; set; }

    public Uri OperationCallbackUri { get; set; }
}
