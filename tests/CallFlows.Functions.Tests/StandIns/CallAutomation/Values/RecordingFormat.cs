#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public readonly struct RecordingFormat
{
    private readonly string _value;

    public RecordingFormat(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static RecordingFormat Mp3 { get; } = new("mp3");

    public static RecordingFormat Mp4 { get; } = new("mp4");

    public static RecordingFormat Wav { get; } = new("wav");

    public static implicit operator RecordingFormat(string value) => new(value);

    public override string ToString() => _value;
}
