#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/Models/CallInvite.cs")]
public class CallInvite
{
    public CallInvite(PhoneNumberIdentifier targetPhoneNumberIdentity, PhoneNumberIdentifier callerIdNumber)
    {
        Target = targetPhoneNumberIdentity;
        SourceCallerIdNumber = callerIdNumber;
    }

    public CallInvite(CommunicationUserIdentifier targetIdentity) => Target = targetIdentity;

    public CallInvite(TeamsExtensionUserIdentifier targetIdentity) => Target = targetIdentity;

    public CallInvite(MicrosoftTeamsUserIdentifier targetIdentity) => Target = targetIdentity;

    public CommunicationIdentifier Target { get; }

    public CustomCallingContext CustomCallingContext { get; } = new();

    public PhoneNumberIdentifier SourceCallerIdNumber { get; set; }

    public string SourceDisplayName { get; set; }
}
