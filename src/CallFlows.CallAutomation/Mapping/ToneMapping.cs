using System.Collections.Frozen;
using CallFlows.Protocol.Rest;
using CallFlows.Recognition;

namespace CallFlows.CallAutomation.Mapping;

/// <summary>Keys in the service's words.</summary>
public static class ToneMapping
{
    private static readonly FrozenDictionary<Tone, string> Names = new Dictionary<Tone, string>
    {
        [Tone.Zero] = DtmfTones.Zero,
        [Tone.One] = DtmfTones.One,
        [Tone.Two] = DtmfTones.Two,
        [Tone.Three] = DtmfTones.Three,
        [Tone.Four] = DtmfTones.Four,
        [Tone.Five] = DtmfTones.Five,
        [Tone.Six] = DtmfTones.Six,
        [Tone.Seven] = DtmfTones.Seven,
        [Tone.Eight] = DtmfTones.Eight,
        [Tone.Nine] = DtmfTones.Nine,
        [Tone.A] = DtmfTones.A,
        [Tone.B] = DtmfTones.B,
        [Tone.C] = DtmfTones.C,
        [Tone.D] = DtmfTones.D,
        [Tone.Pound] = DtmfTones.Pound,
        [Tone.Asterisk] = DtmfTones.Asterisk,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Tone> Tones =
        Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>What the service calls a key, such as <c>pound</c>.</summary>
    /// <param name="tone">The key.</param>
    public static string ToWire(this Tone tone) => Names[tone];

    /// <summary>The key that the service calls so, in upper or lower case.</summary>
    /// <param name="name">What the service calls it.</param>
    /// <exception cref="FormatException">It isn't one of the sixteen tones.</exception>
    public static Tone FromWire(string? name) =>
        name is not null && Tones.TryGetValue(name, out Tone tone) ? tone : throw new FormatException("It is none of the sixteen tones.");
}
