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

    // Signing costs more than the rest of a delivery, so a token serves for a minute.
    private const int MaxKept = 256;
    private static readonly ConcurrentDictionary<(string Issuer, Guid Audience, TimeSpan Lifetime, DateTime Minute), string> Kept = new();

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A token for a callback, issued within the last minute.</summary>
    public string Sign(string issuer) => Sign(issuer, Lifetime);

    /// <summary>A token for a web socket, issued within the last minute.</summary>
    public string SignForSocket(string issuer) => Sign(issuer, SocketLifetime);

    private string Sign(string issuer, TimeSpan lifetime)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        DateTime minute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        if (Kept.Count > MaxKept)
            Kept.Clear();
        return Kept.GetOrAdd((issuer, options.ResourceId, lifetime, minute), static (key, handler) => Create(key, handler), _handler);
    }

    private static string Create((string Issuer, Guid Audience, TimeSpan Lifetime, DateTime Minute) key, JsonWebTokenHandler handler) =>
        handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = key.Issuer,
            Audience = key.Audience.ToString(),
            IssuedAt = key.Minute,
            NotBefore = key.Minute,
            Expires = key.Minute + key.Lifetime,
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
