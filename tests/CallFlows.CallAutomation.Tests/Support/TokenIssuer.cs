using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CallFlows.CallAutomation.Tests.Support;

/// <summary>Issues JWTs by hand, good and bad ones, and publishes metadata and keys.</summary>
internal sealed class TokenIssuer : IDisposable
{
    public const string MetadataAddress = "https://issuer.example/.well-known/openid";
    public const string Issuer = "https://issuer.example";
    public const string Audience = "aaaabbbb-1111-2222-3333-ccccddddeeee";
    // Making a key takes long, so keys of one name are made once.
    private static readonly ConcurrentDictionary<string, RSAParameters> KeyMaterial = new();
    private readonly Dictionary<string, RSA> _keys = [];

    public TokenIssuer() => AddKey("key-1");

    public bool IsDown { get; set; }

    /// <summary>Whether a key that is no RSA key is published before the others.</summary>
    public bool PublishesNonsense { get; set; }

    public void AddKey(string keyId) => _keys.Add(keyId, RSA.Create(KeyMaterial.GetOrAdd(keyId, _ => MakeKey())));

    public void RemoveKey(string keyId) => _keys.Remove(keyId);

    public FakeTransport CreateTransport() => new(request => IsDown ? FakeTransport.Json(500, null) : request.Uri.AbsolutePath switch
    {
        "/.well-known/openid" => FakeTransport.Json(200, $$"""{"issuer":"{{Issuer}}","jwks_uri":"https://issuer.example/keys"}"""),
        "/keys" => FakeTransport.Json(200, Keys()),
        _ => FakeTransport.Json(404, null),
    });

    public string Create(DateTimeOffset now, string keyId = "key-1", string? issuer = Issuer, string? audience = Audience, TimeSpan? lifetime = null, string algorithm = "RS256")
    {
        string signed = Unsigned(Header(algorithm, keyId), Claims(now, issuer, audience, lifetime));
        return $"{signed}.{Encode(_keys[keyId].SignData(Encoding.UTF8.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>Signed by HMAC with the published public key as the secret: the classic confusion of algorithms.</summary>
    public string CreateWithPublicKeyAsHmacSecret(DateTimeOffset now)
    {
        string signed = Unsigned(Header("HS256", "key-1"), Claims(now, Issuer, Audience, null));
        byte[] secret = Encoding.UTF8.GetBytes(_keys["key-1"].ExportSubjectPublicKeyInfoPem());
        return $"{signed}.{Encode(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(signed)))}";
    }

    public static string CreateUnsigned(DateTimeOffset now) => Unsigned(Header("none", "key-1"), Claims(now, Issuer, Audience, null)) + ".";

    public void Dispose()
    {
        foreach (RSA key in _keys.Values)
            key.Dispose();
    }

    private static RSAParameters MakeKey()
    {
        using RSA key = RSA.Create(2048);
        return key.ExportParameters(includePrivateParameters: true);
    }

    private static string Header(string algorithm, string keyId) => $$"""{"alg":"{{algorithm}}","typ":"JWT","kid":"{{keyId}}"}""";

    private static string Claims(DateTimeOffset now, string? issuer, string? audience, TimeSpan? lifetime) => JsonSerializer.Serialize(
        new Dictionary<string, object?>
        {
            ["iss"] = issuer,
            ["aud"] = audience,
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + (lifetime ?? TimeSpan.FromMinutes(5))).ToUnixTimeSeconds(),
        }.Where(claim => claim.Value is not null).ToDictionary());

    private static string Unsigned(string header, string claims) => $"{Encode(Encoding.UTF8.GetBytes(header))}.{Encode(Encoding.UTF8.GetBytes(claims))}";

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private string Keys() => JsonSerializer.Serialize(new
    {
        keys = _keys.Select(pair => Published(pair.Key, pair.Value.ExportParameters(false)))
            .Prepend(PublishesNonsense ? Published("nonsense", new RSAParameters { Modulus = new byte[256], Exponent = [2] }) : null),
    });

    private static object Published(string keyId, RSAParameters key) =>
        new { kty = "RSA", use = "sig", kid = keyId, n = Encode(key.Modulus!), e = Encode(key.Exponent!) };
}
