namespace CallFlows.Emulator.Streams;

/// <summary>How an app wants a call's sound.</summary>
/// <param name="TransportUrl">Where to; null when it named nowhere.</param>
/// <param name="IsMixed">Whether everybody is in one stream of frames.</param>
/// <param name="StartsAtOnce">Whether it begins when the call is connected.</param>
/// <param name="IsBidirectional">Whether the app may send sound.</param>
/// <param name="HasTones">Whether keys are sent.</param>
/// <param name="SampleRate">Samples a second.</param>
internal sealed record MediaStreamSettings(
    Uri? TransportUrl, bool IsMixed, bool StartsAtOnce, bool IsBidirectional, bool HasTones, int SampleRate);
