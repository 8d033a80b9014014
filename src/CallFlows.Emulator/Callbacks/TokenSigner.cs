using System.Security.Cryptography;
using CallFlows.Emulator.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CallFlows.Emulator.Callbacks;

/// <summary>Signs the tokens of callbacks with a key made at start (wire reference, 6).</summary>
internal sealed class TokenSigner(EmulatorOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly RSA _key = RSA.Create(2048);
    private readonly string _keyId = Guid.NewGuid().ToString("N");
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A fresh token for one callback.</summary>
    public string Sign(string issuer)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = options.ResourceId.ToString(),
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(_key) { KeyId = _keyId }, SecurityAlgorithms.RsaSha256),
        });
    }

    public object KeySet()
    {
        RSAParameters key = _key.ExportParameters(includePrivateParameters: false);
        return new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA",
                    use = "sig",
                    alg = "RS256",
                    kid = _keyId,
                    n = Base64UrlEncoder.Encode(key.Modulus),
                    e = Base64UrlEncoder.Encode(key.Exponent),
                },
            },
        };
    }

    public void Dispose() => _key.Dispose();
}
