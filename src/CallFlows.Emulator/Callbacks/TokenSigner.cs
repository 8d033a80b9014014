using System.Collections.Concurrent;
using System.Security.Cryptography;
using CallFlows.Emulator.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CallFlows.Emulator.Callbacks;

/// <summary>Signs the tokens of callbacks (wire reference, 6) with a key of this process.</summary>
internal sealed class TokenSigner(EmulatorOptions options, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SocketLifetime = TimeSpan.FromHours(24);

    // Making a key takes about as long as a whole test of an app. Issuer and audience tell the emulators of a process apart.
    private static readonly Lazy<SigningCredentials> Credentials = new(MakeKey);

    // Of all emulators of this process, where tokens are used again.
    private const int MaxKept = 256;
    private static readonly ConcurrentDictionary<(string Issuer, Guid Audience, TimeSpan Lifetime, DateTime IssuedAt), string> Kept = new();

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A token for one callback: a fresh one, unless the options say that it is used again.</summary>
    public string Sign(string issuer)
    {
        if (options.Callbacks.TokenReuse == TimeSpan.Zero)
            return Sign(issuer, Lifetime);
        DateTime now = time.GetUtcNow().UtcDateTime;
        DateTime issuedAt = now.AddTicks(-(now.Ticks % options.Callbacks.TokenReuse.Ticks));
        if (Kept.Count > MaxKept)
            Kept.Clear();
        return Kept.GetOrAdd((issuer, options.ResourceId, Lifetime, issuedAt), static (key, handler) => Create(key, handler), _handler);
    }

    /// <summary>A fresh token for one web socket.</summary>
    public string SignForSocket(string issuer) => Sign(issuer, SocketLifetime);

    private string Sign(string issuer, TimeSpan lifetime) =>
        Create((issuer, options.ResourceId, lifetime, time.GetUtcNow().UtcDateTime), _handler);

    private static string Create((string Issuer, Guid Audience, TimeSpan Lifetime, DateTime IssuedAt) key, JsonWebTokenHandler handler) =>
        handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = key.Issuer,
            Audience = key.Audience.ToString(),
            IssuedAt = key.IssuedAt,
            NotBefore = key.IssuedAt,
            Expires = key.IssuedAt + key.Lifetime,
            SigningCredentials = Credentials.Value,
        });

    public object KeySet()
    {
        RsaSecurityKey signing = (RsaSecurityKey)Credentials.Value.Key;
        RSAParameters key = signing.Rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA",
                    use = "sig",
                    alg = "RS256",
                    kid = signing.KeyId,
                    n = Base64UrlEncoder.Encode(key.Modulus),
                    e = Base64UrlEncoder.Encode(key.Exponent),
                },
            },
        };
    }

    // No shared cache: in version 6.8 two threads that meet at a key's first use may dispose what the other one has just got.
    private static SigningCredentials MakeKey()
    {
        RsaSecurityKey key = new(RSA.Create(2048))
        {
            KeyId = Guid.NewGuid().ToString("N"),
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
        return new SigningCredentials(key, SecurityAlgorithms.RsaSha256);
    }
}
