using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>What an application on .NET does to use the emulator.</summary>
public static class Emulating
{
    /// <summary>An HTTP client that trusts the emulator's certificate and no other.</summary>
    public static HttpClient NewTrustingClient(X509Certificate2 certificate) => new(new SocketsHttpHandler
    {
        SslOptions =
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { certificate },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    });

    /// <summary>Whether a callback comes from the emulator, and is for this resource.</summary>
    public static async Task<bool> IsGenuineAsync(HttpClient http, Uri metadata, string audience, string token)
    {
        OpenIdMetadata found = (await http.GetFromJsonAsync<OpenIdMetadata>(metadata))!;
        TokenValidationResult result = new JsonWebTokenHandler().ValidateToken(token, new TokenValidationParameters
        {
            IssuerSigningKeys = new JsonWebKeySet(await http.GetStringAsync(found.Jwks_uri)).GetSigningKeys(),
            ValidIssuer = found.Issuer,
            ValidAudience = audience,
        });
        return result.IsValid;
    }

    /// <summary>What the metadata says.</summary>
    public sealed record OpenIdMetadata(string Issuer, Uri Jwks_uri);

    /// <summary>Tokens in the shape that Entra ID gives them, for the emulator only.</summary>
    public sealed class DevelopmentCredential : TokenCredential
    {
        /// <inheritdoc/>
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            DateTimeOffset expires = DateTimeOffset.UtcNow.AddHours(1);
            string claims = $$"""{"aud":"https://communication.azure.com","exp":{{expires.ToUnixTimeSeconds()}}}""";
            return new AccessToken($"{Encode("""{"alg":"RS256","typ":"JWT"}""")}.{Encode(claims)}.{Encode("not checked")}", expires);
        }

        /// <inheritdoc/>
        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));

        private static string Encode(string text) => Base64UrlEncoder.Encode(text);
    }
}
