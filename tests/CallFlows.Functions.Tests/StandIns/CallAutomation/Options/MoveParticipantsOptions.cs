#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/Models/MoveParticipantsOptions.cs")]
public class MoveParticipantsOptions
{
    public MoveParticipantsOptions(IEnumerable<CommunicationIdentifier> targetParticipants, string fromCall)
    {
        TargetParticipants = targetParticipants;
        FromCall = fromCall;
    }

    public IEnumerable<CommunicationIdentifier> TargetParticipants { get; }

    public string FromCall { get; }

    public string OperationContext { get; set; }

    public Uri OperationCallbackUri { get; set; }
}
