#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public readonly struct RecognizeInputType
{
    private readonly string _value;

    public RecognizeInputType(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static RecognizeInputType Choices { get; } = new("choices");

    public static RecognizeInputType Dtmf { get; } = new("dtmf");

    public static RecognizeInputType Speech { get; } = new("speech");

    public static RecognizeInputType SpeechOrDtmf { get; } = new("speechOrDtmf");

    public static implicit operator RecognizeInputType(string value) => new(value);

    public override string ToString() => _value;
}
