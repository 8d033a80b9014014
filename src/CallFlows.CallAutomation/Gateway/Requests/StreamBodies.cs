using CallFlows.Actions;
using CallFlows.Protocol.Rest;
using CallFlows.Streams;

namespace CallFlows.CallAutomation.Gateway.Requests;

internal static class StreamBodies
{
    public static MediaStreamingOptionsModel? OptionsOf(MediaStreamingOptions? options) => options is null ? null : new()
    {
        TransportUrl = options.TransportUri.AbsoluteUri,
        TransportType = StreamTransports.WebSocket,
        ContentType = MediaStreamingContents.Audio,
        AudioChannelType = options.AudioChannel == MediaStreamingAudioChannel.Mixed ? MediaStreamingAudioChannels.Mixed : MediaStreamingAudioChannels.Unmixed,
        StartMediaStreaming = options.StartMediaStreaming,
        EnableBidirectional = options.EnableBidirectional ? true : null,
        AudioFormat = options.AudioFormat == AudioFormat.Pcm24KMono ? AudioFormats.Pcm24KMono : null,
        EnableDtmfTones = options.EnableDtmfTones ? true : null,
    };

    public static TranscriptionOptionsModel? OptionsOf(TranscriptionOptions? options) => options is null ? null : new()
    {
        TransportUrl = options.TransportUri.AbsoluteUri,
        TransportType = StreamTransports.WebSocket,
        Locale = options.Locale,
        SpeechModelEndpointId = options.SpeechRecognitionModelEndpointId,
        StartTranscription = options.StartTranscription,
        EnableIntermediateResults = options.EnableIntermediateResults ? true : null,
    };

    public static StartTranscriptionRequest Start(StartTranscription action, OperationMarks marks) => new()
    {
        Locale = action.Locale,
        SpeechModelEndpointId = action.SpeechRecognitionModelEndpointId,
        OperationContext = marks.OperationContext,
        OperationCallbackUri = marks.OperationCallbackUri,
    };

    public static UpdateTranscriptionRequest Update(UpdateTranscription action, OperationMarks marks) => new()
    {
        Locale = action.Locale,
        SpeechModelEndpointId = action.SpeechRecognitionModelEndpointId,
        OperationContext = marks.OperationContext,
        OperationCallbackUri = marks.OperationCallbackUri,
    };

    public static MediaOperationRequest Change(OperationMarks marks) => new()
    {
        OperationContext = marks.OperationContext,
        OperationCallbackUri = marks.OperationCallbackUri,
    };
}
