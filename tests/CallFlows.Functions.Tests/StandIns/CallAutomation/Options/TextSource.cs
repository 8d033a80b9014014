#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public class TextSource : PlaySource
{
    public TextSource(string text) => Text = text;

    public string Text { get; }

    public string SourceLocale { get; set; }

    public VoiceKind? VoiceKind { get; set; }

    public string VoiceName { get; set; }

    public string CustomVoiceEndpointId { get; set; }
}
