using CallFlows.CallAutomation.Mapping;
using CallFlows.Recognition;
using Sdk = Azure.Communication.CallAutomation;

namespace CallFlows.Functions.Gateway.Mapping;

internal static class DtmfToneMapping
{
    // The client's tones are the service's words, in a type of their own.
    public static Sdk.DtmfTone ToDtmfTone(this Tone tone) => new(tone.ToWire());

    public static IReadOnlyList<Sdk.DtmfTone> ToDtmfTones(this IEnumerable<Tone> tones) => [.. tones.Select(ToDtmfTone)];
}
