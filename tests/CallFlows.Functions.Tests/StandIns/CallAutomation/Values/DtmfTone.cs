#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public readonly struct DtmfTone
{
    private readonly string _value;

    public DtmfTone(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static implicit operator DtmfTone(string value) => new(value);

    public override string ToString() => _value;
}
