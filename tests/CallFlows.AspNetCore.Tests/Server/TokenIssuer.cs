using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CallFlows.AspNetCore.Tests.Server;

/// <summary>Signs the tokens of callbacks, and publishes its keys to whoever asks over HTTP.</summary>
internal sealed class TokenIssuer : HttpMessageHandler
{
    public const string MetadataAddress = "https://issuer.test/openid";
    public const string Audience = "11112222-3333-4444-5555-666677778888";
    private const string Issuer = "https://issuer.test";
    private const string KeysAddress = "https://issuer.test/keys";
    private const string KeyId = "key-1";
    private static readonly RSA Key = RSA.Create(2048);

    /// <summary>Whether its keys can be fetched.</summary>
    public bool IsDown { get; set; }

    /// <summary>How often its keys or metadata were asked for.</summary>
    public int Requests { get; private set; }

    public static string Token(string audience = Audience) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Audience = audience,
        Expires = FixedTime.Now.AddMinutes(5).UtcDateTime,
        IssuedAt = FixedTime.Now.UtcDateTime,
        Issuer = Issuer,
        NotBefore = FixedTime.Now.UtcDateTime,
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(Key) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256),
    });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        if (IsDown)
        {
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway));
        }

        RSAParameters key = Key.ExportParameters(includePrivateParameters: false);
        object answer = request.RequestUri!.AbsoluteUri == KeysAddress
            ? new { keys = new[] { new { kty = "RSA", kid = KeyId, use = "sig", n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) } } }
            : new { issuer = Issuer, jwks_uri = KeysAddress };
        return Task.FromResult(new HttpResponseMessage { Content = JsonContent.Create(answer) });
    }
}
