using CallFlows.Emulator.Streams;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

/// <summary>Turns the options of streams into domain values, or refuses them with 400/8523 and the name of the part.</summary>
internal static class StreamChecks
{
    private const int MaxLocale = 35;

    public static MediaStreamSettings? Media(MediaStreamingOptionsModel? model)
    {
        if (model is null)
            return null;
        Transport(model.TransportType, "mediaStreamingOptions");
        if (model.ContentType is not (null or MediaStreamingContents.Audio))
            throw ServiceFault.Invalid("The field mediaStreamingOptions.contentType must be audio.");
        return new MediaStreamSettings(
            Url(model.TransportUrl, "mediaStreamingOptions"),
            model.AudioChannelType switch
            {
                MediaStreamingAudioChannels.Mixed => true,
                MediaStreamingAudioChannels.Unmixed => false,
                _ => throw ServiceFault.Invalid("The field mediaStreamingOptions.audioChannelType must be mixed or unmixed."),
            },
            model.StartMediaStreaming ?? false,
            model.EnableBidirectional ?? false,
            model.EnableDtmfTones ?? false,
            model.AudioFormat switch
            {
                null or AudioFormats.Pcm16KMono => 16000,
                AudioFormats.Pcm24KMono => 24000,
                _ => throw ServiceFault.Invalid("The field mediaStreamingOptions.audioFormat must be pcm16KMono or pcm24KMono."),
            });
    }

    public static TranscriptionSettings? Transcription(TranscriptionOptionsModel? model)
    {
        if (model is null)
            return null;
        Transport(model.TransportType, "transcriptionOptions");
        return new TranscriptionSettings(
            Url(model.TransportUrl, "transcriptionOptions"),
            Locale(model.Locale, "transcriptionOptions.locale"),
            model.SpeechModelEndpointId,
            model.StartTranscription ?? false,
            model.EnableIntermediateResults ?? false);
    }

    public static string Locale(string? locale, string name) =>
        locale is { Length: > 0 and <= MaxLocale } && locale.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? locale
            : throw ServiceFault.Invalid($"The field {name} must be a language, like en-US.");

    private static void Transport(string? transport, string name)
    {
        if (transport != StreamTransports.WebSocket)
            throw ServiceFault.Invalid($"The field {name}.transportType must be websocket.");
    }

    private static Uri? Url(string? url, string name)
    {
        if (string.IsNullOrEmpty(url))
            return null;
        bool isValid = Uri.TryCreate(url, UriKind.Absolute, out Uri? uri)
            && (uri.Scheme == Uri.UriSchemeWss || (uri.Scheme == Uri.UriSchemeWs && uri.IsLoopback)) && uri.Fragment.Length == 0;
        return isValid
            ? uri
            : throw ServiceFault.Invalid($"The field {name}.transportUrl must be an absolute wss address (the emulator also takes ws to this machine).");
    }
}
