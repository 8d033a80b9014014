#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public readonly struct MediaStreamingAudioChannel
{
    private readonly string _value;

    public MediaStreamingAudioChannel(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static MediaStreamingAudioChannel Mixed { get; } = new("mixed");

    public static MediaStreamingAudioChannel Unmixed { get; } = new("unmixed");

    public static implicit operator MediaStreamingAudioChannel(string value) => new(value);

    public override string ToString() => _value;
}
