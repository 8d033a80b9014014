#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/Models/TransferToParticipantOptions.cs")]
public class TransferToParticipantOptions
{
    public TransferToParticipantOptions(PhoneNumberIdentifier targetPhoneNumberIdentity)
    {
        Target = targetPhoneNumberIdentity;
        CustomCallingContext = CustomCallingContext.ForPhones();
    }

    public TransferToParticipantOptions(CommunicationUserIdentifier targetIdentity)
    {
        Target = targetIdentity;
        CustomCallingContext = CustomCallingContext.ForOthers();
    }

    public TransferToParticipantOptions(MicrosoftTeamsUserIdentifier targetIdentity)
    {
        Target = targetIdentity;
        CustomCallingContext = CustomCallingContext.ForOthers();
    }

    public CommunicationIdentifier Target { get; }

    public CustomCallingContext CustomCallingContext { get; }

    public Uri OperationCallbackUri { get; set; }

    public string OperationContext { get; set; }

    public PhoneNumberIdentifier SourceCallerIdNumber { get; set; }

    public CommunicationIdentifier Transferee { get; set; }
}
