#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public class MediaStreamingOptions
{
    public MediaStreamingOptions(MediaStreamingAudioChannel audioChannelType, StreamingTransport streamingTransport = default)
    {
        MediaStreamingAudioChannel = audioChannelType;
        MediaStreamingTransport = streamingTransport;
    }

    public MediaStreamingAudioChannel MediaStreamingAudioChannel { get; }

    public StreamingTransport MediaStreamingTransport { get; }

    public Uri TransportUri { get; set; }

    public MediaStreamingContent MediaStreamingContent { get; set; } = MediaStreamingContent.Audio;

    public AudioFormat? AudioFormat { get; set; }

    public bool? EnableBidirectional { get; set; }

    public bool? EnableDtmfTones { get; set; }

    public bool? StartMediaStreaming { get; set; }
}
