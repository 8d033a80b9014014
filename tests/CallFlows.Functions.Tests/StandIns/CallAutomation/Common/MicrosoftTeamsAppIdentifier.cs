#nullable disable

using CallFlows.Functions.Tests.StandIns;
using CallFlows.Protocol.Identifiers;

namespace Azure.Communication;

[Official("Azure.Communication.Common", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.Common/src/MicrosoftTeamsAppIdentifier.cs")]
public class MicrosoftTeamsAppIdentifier : CommunicationIdentifier
{
    internal MicrosoftTeamsAppIdentifier(CommunicationIdentifierModel model)
        : base(model)
    {
    }

    public string AppId => Model.MicrosoftTeamsApp.AppId;
}
