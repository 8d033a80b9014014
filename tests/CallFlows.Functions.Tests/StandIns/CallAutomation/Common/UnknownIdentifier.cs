#nullable disable

using CallFlows.Functions.Tests.StandIns;
using CallFlows.Protocol.Identifiers;

namespace Azure.Communication;

[Official("Azure.Communication.Common", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.Common/src/UnknownIdentifier.cs")]
public class UnknownIdentifier : CommunicationIdentifier
{
    internal UnknownIdentifier(CommunicationIdentifierModel model)
        : base(model)
    {
    }
}
