#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public readonly struct StreamingTransport
{
    private readonly string _value;

    public StreamingTransport(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static StreamingTransport Websocket { get; } = new("websocket");

    public static implicit operator StreamingTransport(string value) => new(value);

    public override string ToString() => _value;
}
