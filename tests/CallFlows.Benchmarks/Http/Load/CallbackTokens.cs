using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CallFlows.Benchmarks.Http.Load;

/// <summary>
/// Tokens for callbacks, signed before anything is measured: signing costs more than all else a load generator does. There are many, so
/// that checking one says nothing about the next.
/// </summary>
internal sealed class CallbackTokens
{
    public const string Issuer = "https://service.invalid";
    private const string KeyId = "benchmark";
    private const int Count = 512;
    private readonly string[] _tokens;
    private int _next;

    public CallbackTokens(string audience)
    {
        using RSA rsa = RSA.Create(2048);
        RSAParameters key = rsa.ExportParameters(includePrivateParameters: false);
        Keys = JsonSerializer.Serialize(new
        {
            keys = new[] { new { kty = "RSA", kid = KeyId, use = "sig", n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) } },
        });
        SigningCredentials credentials = new(new RsaSecurityKey(rsa) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256);
        JsonWebTokenHandler handler = new();
        _tokens = [.. Enumerable.Range(0, Count).Select(_ => handler.CreateToken(new SecurityTokenDescriptor
        {
            Audience = audience,
            Claims = new Dictionary<string, object> { ["jti"] = Guid.NewGuid().ToString() },
            Expires = DateTime.UtcNow.AddHours(2),
            Issuer = Issuer,
            SigningCredentials = credentials,
        }))];
    }

    /// <summary>The keys as the issuer publishes them.</summary>
    public string Keys { get; }

    public string Next() => _tokens[(uint)Interlocked.Increment(ref _next) % Count];
}
