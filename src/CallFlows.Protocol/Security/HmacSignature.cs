using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CallFlows.Protocol.Security;

/// <summary>Signs requests with the access key of a communication resource, HMAC-SHA256.</summary>
public static class HmacSignature
{
    internal const string AuthorizationPrefix = "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=";

    /// <summary>Signs one request.</summary>
    /// <param name="accessKey">The key, decoded from base64.</param>
    /// <param name="method">HTTP verb.</param>
    /// <param name="pathAndQuery">Path and query exactly as they are sent, percent-encoded.</param>
    /// <param name="host">Host that is signed, with its port unless it is the scheme's default.</param>
    /// <param name="date">Now.</param>
    /// <param name="body">The body; empty when there is none.</param>
    /// <returns>The three headers to send beside <c>Host</c>.</returns>
    public static RequestSignature Sign(
        ReadOnlySpan<byte> accessKey, string method, string pathAndQuery, string host, DateTimeOffset date, ReadOnlySpan<byte> body)
    {
        string dateText = date.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture);
        string contentHash = HashContent(body);
        string signature = Compute(accessKey, method, pathAndQuery, dateText, host, contentHash);
        return new(dateText, contentHash, AuthorizationPrefix + signature);
    }

    /// <summary>Base64 of the SHA-256 of a body.</summary>
    /// <param name="body">The body; empty when there is none.</param>
    /// <returns>Value of <c>x-ms-content-sha256</c>.</returns>
    public static string HashContent(ReadOnlySpan<byte> body) => Convert.ToBase64String(SHA256.HashData(body));

    internal static string Compute(
        ReadOnlySpan<byte> accessKey, string method, string pathAndQuery, string date, string host, string contentHash)
    {
        string stringToSign = $"{method.ToUpperInvariant()}\n{pathAndQuery}\n{date};{host};{contentHash}";
        return Convert.ToBase64String(HMACSHA256.HashData(accessKey, Encoding.UTF8.GetBytes(stringToSign)));
    }
}
