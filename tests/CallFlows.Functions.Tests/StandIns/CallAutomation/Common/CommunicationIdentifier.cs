#nullable disable

using CallFlows.Functions.Tests.StandIns;
using CallFlows.Protocol.Identifiers;

namespace Azure.Communication;

[Official("Azure.Communication.Common", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.Common/src/CommunicationIdentifier.cs")]
public abstract class CommunicationIdentifier
{
    private protected CommunicationIdentifier(CommunicationIdentifierModel model) => Model = model;

    public virtual string RawId => Model.RawId;

    internal CommunicationIdentifierModel Model { get; }

    public static CommunicationIdentifier FromRawId(string rawId)
    {
        CommunicationIdentifierModel model = CommunicationIdentifiers.FromRawId(rawId);
        return model.Kind switch
        {
            IdentifierKinds.PhoneNumber => new PhoneNumberIdentifier(model),
            IdentifierKinds.CommunicationUser => new CommunicationUserIdentifier(model),
            IdentifierKinds.MicrosoftTeamsUser => new MicrosoftTeamsUserIdentifier(model),
            IdentifierKinds.MicrosoftTeamsApp => new MicrosoftTeamsAppIdentifier(model),
            IdentifierKinds.TeamsExtensionUser => new TeamsExtensionUserIdentifier(model),
            _ => new UnknownIdentifier(model),
        };
    }
}
