#nullable disable

using CallFlows.Functions.Tests.StandIns;
using CallFlows.Protocol.Identifiers;

namespace Azure.Communication;

[Official("Azure.Communication.Common", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.Common/src/PhoneNumberIdentifier.cs")]
public class PhoneNumberIdentifier : CommunicationIdentifier
{
    public PhoneNumberIdentifier(string phoneNumber, string rawId = null)
        : this(new CommunicationIdentifierModel { RawId = rawId ?? $"4:{phoneNumber}", PhoneNumber = new() { Value = phoneNumber } })
    {
    }

    internal PhoneNumberIdentifier(CommunicationIdentifierModel model)
        : base(model)
    {
    }

    public string PhoneNumber => Model.PhoneNumber.Value;
}
