#nullable disable

using CallFlows.Functions.Tests.StandIns;
using CallFlows.Protocol.Identifiers;

namespace Azure.Communication;

[Official("Azure.Communication.Common", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.Common/src/CommunicationUserIdentifier.cs")]
public class CommunicationUserIdentifier : CommunicationIdentifier
{
    public CommunicationUserIdentifier(string id)
        : this(new CommunicationIdentifierModel { RawId = id, CommunicationUser = new() { Id = id } })
    {
    }

    internal CommunicationUserIdentifier(CommunicationIdentifierModel model)
        : base(model)
    {
    }

    public string Id => Model.CommunicationUser.Id;
}
