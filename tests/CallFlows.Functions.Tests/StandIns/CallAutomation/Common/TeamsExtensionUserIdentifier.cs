#nullable disable

using CallFlows.Functions.Tests.StandIns;
using CallFlows.Protocol.Identifiers;

namespace Azure.Communication;

[Official("Azure.Communication.Common", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.Common/src/TeamsExtensionUserIdentifier.cs")]
public class TeamsExtensionUserIdentifier : CommunicationIdentifier
{
    internal TeamsExtensionUserIdentifier(CommunicationIdentifierModel model)
        : base(model)
    {
    }
}
