#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public readonly struct AudioFormat
{
    private readonly string _value;

    public AudioFormat(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static AudioFormat Pcm24KMono { get; } = new("pcm24KMono");

    public static implicit operator AudioFormat(string value) => new(value);

    public override string ToString() => _value;
}
