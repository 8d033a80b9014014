namespace CallFlows.Emulator.Streams;

/// <summary>How an app wants a call's transcription.</summary>
/// <param name="TransportUrl">Where to; null when it named nowhere.</param>
/// <param name="Locale">The language.</param>
/// <param name="SpeechModelEndpointId">A custom model; null for none.</param>
/// <param name="StartsAtOnce">Whether it begins when the call is connected.</param>
/// <param name="HasIntermediateResults">Whether phrases are sent while they are spoken.</param>
internal sealed record TranscriptionSettings(
    Uri? TransportUrl, string Locale, string? SpeechModelEndpointId, bool StartsAtOnce, bool HasIntermediateResults);
