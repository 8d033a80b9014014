using CallFlows.Actions;
using CallFlows.Streams;
using Sdk = Azure.Communication.CallAutomation;

namespace CallFlows.Functions.Gateway.Mapping;

internal static class StreamOptionsMapping
{
    // What is left null is the service's default.
    public static Sdk.MediaStreamingOptions? OptionsOf(MediaStreamingOptions? options) => options is null ? null : new(
        options.AudioChannel == MediaStreamingAudioChannel.Mixed ? Sdk.MediaStreamingAudioChannel.Mixed : Sdk.MediaStreamingAudioChannel.Unmixed,
        Sdk.StreamingTransport.Websocket)
    {
        TransportUri = options.TransportUri,
        MediaStreamingContent = Sdk.MediaStreamingContent.Audio,
        StartMediaStreaming = options.StartMediaStreaming,
        EnableBidirectional = options.EnableBidirectional ? true : null,
        // Not a bare null: the client's type would take that for a text.
        AudioFormat = options.AudioFormat == AudioFormat.Pcm24KMono ? Sdk.AudioFormat.Pcm24KMono : default(Sdk.AudioFormat?),
        EnableDtmfTones = options.EnableDtmfTones ? true : null,
    };

    public static Sdk.TranscriptionOptions? OptionsOf(TranscriptionOptions? options) => options is null ? null : new(
        options.Locale,
        Sdk.StreamingTransport.Websocket)
    {
        TransportUri = options.TransportUri,
        SpeechRecognitionModelEndpointId = options.SpeechRecognitionModelEndpointId,
        StartTranscription = options.StartTranscription,
        EnableIntermediateResults = options.EnableIntermediateResults ? true : null,
    };

    public static Sdk.StartMediaStreamingOptions StartMedia(OperationMarks marks) => new()
    {
        OperationContext = marks.Context,
        OperationCallbackUri = marks.Callback,
    };

    public static Sdk.StartTranscriptionOptions StartTranscription(StartTranscription action, OperationMarks marks) => new()
    {
        Locale = action.Locale,
        SpeechRecognitionModelEndpointId = action.SpeechRecognitionModelEndpointId,
        OperationContext = marks.Context,
        OperationCallbackUri = marks.Callback,
    };

    // Here alone the client takes the address as text.
    public static Sdk.StopTranscriptionOptions StopTranscription(OperationMarks marks) => new()
    {
        OperationContext = marks.Context,
        OperationCallbackUri = marks.Callback?.AbsoluteUri,
    };

    public static Sdk.UpdateTranscriptionOptions UpdateTranscription(UpdateTranscription action, OperationMarks marks) => new(action.Locale)
    {
        SpeechRecognitionModelEndpointId = action.SpeechRecognitionModelEndpointId,
        OperationContext = marks.Context,
        OperationCallbackUri = marks.Callback,
    };
}
