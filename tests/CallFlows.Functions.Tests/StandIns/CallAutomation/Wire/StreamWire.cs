#nullable disable

using CallFlows.Protocol.Rest;

namespace Azure.Communication.CallAutomation;

internal static class StreamWire
{
    public static MediaStreamingOptionsModel Of(MediaStreamingOptions options) => options is null ? null : new()
    {
        TransportUrl = options.TransportUri.AbsoluteUri,
        TransportType = options.MediaStreamingTransport.ToString(),
        ContentType = options.MediaStreamingContent.ToString(),
        AudioChannelType = options.MediaStreamingAudioChannel.ToString(),
        StartMediaStreaming = options.StartMediaStreaming,
        EnableBidirectional = options.EnableBidirectional,
        AudioFormat = options.AudioFormat?.ToString(),
        EnableDtmfTones = options.EnableDtmfTones,
    };

    public static TranscriptionOptionsModel Of(TranscriptionOptions options) => options is null ? null : new()
    {
        TransportUrl = options.TransportUri.AbsoluteUri,
        TransportType = options.TranscriptionTransport.ToString(),
        Locale = options.Locale,
        SpeechModelEndpointId = options.SpeechRecognitionModelEndpointId,
        StartTranscription = options.StartTranscription,
        EnableIntermediateResults = options.EnableIntermediateResults,
    };

    public static MediaOperationRequest StartMedia(StartMediaStreamingOptions options) => new()
    {
        OperationContext = options?.OperationContext,
        OperationCallbackUri = options?.OperationCallbackUri?.AbsoluteUri,
    };

    public static StartTranscriptionRequest StartTranscription(StartTranscriptionOptions options) => new()
    {
        Locale = options?.Locale,
        SpeechModelEndpointId = options?.SpeechRecognitionModelEndpointId,
        OperationContext = options?.OperationContext,
        OperationCallbackUri = options?.OperationCallbackUri?.AbsoluteUri,
    };

    public static MediaOperationRequest StopTranscription(StopTranscriptionOptions options) => new()
    {
        OperationContext = options?.OperationContext,
        OperationCallbackUri = options?.OperationCallbackUri,
    };

    public static UpdateTranscriptionRequest UpdateTranscription(UpdateTranscriptionOptions options) => new()
    {
        Locale = options.Locale,
        SpeechModelEndpointId = options.SpeechRecognitionModelEndpointId,
        OperationContext = options.OperationContext,
        OperationCallbackUri = options.OperationCallbackUri?.AbsoluteUri,
    };
}
