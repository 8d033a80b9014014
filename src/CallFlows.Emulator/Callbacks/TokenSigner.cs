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

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A fresh token for one callback.</summary>
    public string Sign(string issuer) => Sign(issuer, Lifetime);

    /// <summary>A fresh token for one web socket.</summary>
    public string SignForSocket(string issuer) => Sign(issuer, SocketLifetime);

    private string Sign(string issuer, TimeSpan lifetime)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = options.ResourceId.ToString(),
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            SigningCredentials = Credentials.Value,
        });
    }

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
