using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace CallFlows.CallAutomation.Security;

/// <summary>Fetches an issuer's metadata and keys.</summary>
internal sealed class SigningKeyFetcher(HttpClient httpClient, Uri metadataAddress, TimeProvider time)
{
    private const int MaxBytes = 256 * 1024;
    private const int MinModulusBytes = 256;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <exception cref="SigningKeysException">The documents can't be fetched or used.</exception>
    public async Task<SigningKeySet> FetchAsync(CancellationToken cancellationToken)
    {
        OpenIdMetadata metadata = await GetAsync<OpenIdMetadata>(metadataAddress, cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrEmpty(metadata.Issuer))
            throw new SigningKeysException($"{metadataAddress} names no issuer.");

        // Keys must come over a channel as safe as the metadata's.
        bool usable = Uri.TryCreate(metadata.JwksUri, UriKind.Absolute, out Uri? keysAddress)
            && (keysAddress.Scheme == Uri.UriSchemeHttps || (metadataAddress.IsLoopback && keysAddress.IsLoopback && keysAddress.Scheme == Uri.UriSchemeHttp));
        if (!usable)
            throw new SigningKeysException($"{metadataAddress} has no usable jwks_uri.");

        JsonWebKeys keys = await GetAsync<JsonWebKeys>(keysAddress!, cancellationToken).ConfigureAwait(false);
        Dictionary<string, RsaSecurityKey> usableKeys = [];
        foreach (JsonWebKeyModel? key in keys.Keys ?? [])
        {
            if (ReadKey(key) is { } securityKey)
                usableKeys[securityKey.KeyId] = securityKey;
        }

        return usableKeys.Count > 0
            ? new(metadata.Issuer, usableKeys.ToFrozenDictionary(StringComparer.Ordinal))
            : throw new SigningKeysException($"{keysAddress} has no usable RSA key.");
    }

    private static RsaSecurityKey? ReadKey(JsonWebKeyModel? key)
    {
        bool forSignatures = key is { KeyType: "RSA", Use: null or "sig", KeyId.Length: > 0, Modulus.Length: > 0, Exponent.Length: > 0 };
        if (!forSignatures || !Base64Url.IsValid(key!.Modulus) || !Base64Url.IsValid(key.Exponent))
            return null;
        RSAParameters parameters = new() { Modulus = Base64Url.DecodeFromChars(key.Modulus), Exponent = Base64Url.DecodeFromChars(key.Exponent) };
        if (parameters.Modulus.Length < MinModulusBytes)
            return null;
        try
        {
            // Made once: the library would make it of the parameters again for every token, which costs as much as checking one.
            // No shared cache: in version 6.8 two threads that meet at a key's first use may dispose what the other one has just got,
            // and a good token is refused.
            return new RsaSecurityKey(RSA.Create(parameters))
            {
                KeyId = key.KeyId,
                CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
            };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<T> GetAsync<T>(Uri address, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeout = new(Timeout, time);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using HttpResponseMessage response = await httpClient
                .GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stop.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw new SigningKeysException($"{address} answered {(int)response.StatusCode}.");
            using Stream stream = await response.Content.ReadAsStreamAsync(stop.Token).ConfigureAwait(false);
            ReadOnlyMemory<byte> body = await BoundedReader.ReadAsync(stream, MaxBytes, stop.Token).ConfigureAwait(false)
                ?? throw new SigningKeysException($"{address} answered more than {MaxBytes} bytes.");
            return JsonSerializer.Deserialize<T>(body.Span) ?? throw new SigningKeysException($"{address} answered null.");
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested
            && problem is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            throw new SigningKeysException($"{address} can't be fetched or read: {problem.Message}", problem);
        }
    }
}
