using CallFlows.Streams;

namespace CallFlows.Calls;

/// <summary>The service's rules for streams.</summary>
internal static class StreamRules
{
    private const int MaxLocale = 35;

    /// <summary>Refuses what the service would refuse, with a clearer message and before anything is sent.</summary>
    /// <param name="mediaStreaming">The author's; null for none.</param>
    /// <param name="transcription">The author's; null for none.</param>
    public static void Check(MediaStreamingOptions? mediaStreaming, TranscriptionOptions? transcription)
    {
        if (mediaStreaming is not null)
        {
            CheckAddress(mediaStreaming.TransportUri, nameof(mediaStreaming));
        }

        if (transcription is not null)
        {
            CheckAddress(transcription.TransportUri, nameof(transcription));
            CheckLocale(transcription.Locale, nameof(transcription));
        }
    }

    public static void CheckLocale(string? locale, string parameter)
    {
        bool isTag = !string.IsNullOrEmpty(locale) && locale.Length <= MaxLocale && char.IsAsciiLetter(locale[0])
            && locale.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        if (!isTag)
        {
            throw new ArgumentException($"Locale is '{locale}'; it must be a language, such as en-US.", parameter);
        }
    }

    private static void CheckAddress(Uri? address, string parameter)
    {
        if (StreamAddress.Problem(address) is { } problem)
        {
            throw new ArgumentException($"TransportUri is no address that the service streams to: {problem}.", parameter);
        }
    }
}
