#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public class TranscriptionOptions
{
    public TranscriptionOptions(Uri transportUri, string locale)
    {
        TransportUri = transportUri;
        Locale = locale;
    }

    public Uri TransportUri { get; }

    public string Locale { get; }

    public StreamingTransport TranscriptionTransport { get; set; } = StreamingTransport.Websocket;

    public string SpeechRecognitionModelEndpointId { get; set; }

    public bool? StartTranscription { get; set; }

    public bool? EnableIntermediateResults { get; set; }
}
