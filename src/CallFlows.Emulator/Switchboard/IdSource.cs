using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CallFlows.Emulator.Switchboard;

/// <summary>Makes ids of the shapes that the service uses. Random, unless a seed asks for the same ones in every run.</summary>
internal sealed class IdSource(int? seed, Guid resourceId)
{
    private const string UnsignedHeader = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0";

    private readonly Lock _gate = new();
    private readonly Random? _random = seed is { } value ? new Random(value) : null;
    private readonly int _seed = seed ?? 0;

    public Guid NewGuid()
    {
        if (_random is null)
            return Guid.NewGuid();
        Span<byte> bytes = stackalloc byte[16];
        lock (_gate)
            _random.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes);
    }

    public string NewId() => NewGuid().ToString();

    /// <summary>A user of the emulated resource, as the service makes for an app that names none.</summary>
    public PartyId NewUser() => new($"8:acs:{resourceId}_{NewGuid()}");

    /// <summary>Base64 of a URL, like the service's.</summary>
    public string NewServerCallId(DateTimeOffset now)
    {
        string conversation = Base64Url(NewGuid().ToByteArray());
        string url = string.Create(CultureInfo.InvariantCulture,
            $"https://api.flightproxy.skype.com/api/v2/cp/conv-emulator-01.conv.skype.com/conv/{conversation}?i=0&e={now.UtcTicks}");
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(url));
    }

    /// <summary>Base64 of the recorder's connection and of an id of its own, like the service's.</summary>
    public string NewRecordingId(string endpointId) => Base64Url(Encoding.UTF8.GetBytes(
        $$"""{"PlatformEndpointId":"{{endpointId}}","ResourceSpecificId":"{{NewId()}}"}"""));

    /// <summary>An opaque text in the form of an unsigned JWT, which can't be guessed from others.</summary>
    public string NewIncomingCallContext(string correlationId)
    {
        byte[] secret = _random is null ? RandomNumberGenerator.GetBytes(16) : NewGuid().ToByteArray();
        string payload = $$"""{"callId":"{{correlationId}}","nonce":"{{Convert.ToHexString(secret)}}"}""";
        return $"{UnsignedHeader}.{Base64Url(Encoding.UTF8.GetBytes(payload))}.";
    }

    public Random ForConversation(int number) => new(unchecked((_seed * 397) ^ (number * 7919)));

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
