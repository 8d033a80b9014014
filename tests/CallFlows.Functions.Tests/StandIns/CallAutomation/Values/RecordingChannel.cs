#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public readonly struct RecordingChannel
{
    private readonly string _value;

    public RecordingChannel(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static RecordingChannel Mixed { get; } = new("mixed");

    public static RecordingChannel Unmixed { get; } = new("unmixed");

    public static implicit operator RecordingChannel(string value) => new(value);

    public override string ToString() => _value;
}
