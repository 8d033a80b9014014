#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public readonly struct VoiceKind
{
    private readonly string _value;

    public VoiceKind(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static VoiceKind Female { get; } = new("female");

    public static VoiceKind Male { get; } = new("male");

    public static implicit operator VoiceKind(string value) => new(value);

    public override string ToString() => _value;
}
