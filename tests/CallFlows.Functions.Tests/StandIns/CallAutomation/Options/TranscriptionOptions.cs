#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public class TranscriptionOptions
{
    public TranscriptionOptions(string locale, StreamingTransport streamingTransport = default)
    {
        Locale = locale;
        TranscriptionTransport = streamingTransport;
    }

    public string Locale { get; }

    public StreamingTransport TranscriptionTransport { get; set; }

    public Uri TransportUri { get; set; }

    public string SpeechRecognitionModelEndpointId { get; set; }

    public bool? StartTranscription { get; set; }

    public bool? EnableIntermediateResults { get; set; }
}
