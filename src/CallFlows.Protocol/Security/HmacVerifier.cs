using System.Security.Cryptography;
using System.Text;

namespace CallFlows.Protocol.Security;

/// <summary>Checks signatures made with the access key of a communication resource.</summary>
public static class HmacVerifier
{
    /// <summary>Checks one request; all comparisons of secrets take constant time.</summary>
    /// <param name="accessKey">The key, decoded from base64.</param>
    /// <param name="request">The request as received.</param>
    /// <returns>Why it is refused, or <see cref="HmacVerdict.Valid"/>. How old the date may be is for the caller to say.</returns>
    public static HmacVerdict Verify(ReadOnlySpan<byte> accessKey, SignedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrEmpty(request.Authorization) || string.IsNullOrEmpty(request.Date) || string.IsNullOrEmpty(request.ContentHash))
            return HmacVerdict.MissingHeader;
        if (!request.Authorization.StartsWith(HmacSignature.AuthorizationPrefix, StringComparison.OrdinalIgnoreCase))
            return HmacVerdict.MalformedAuthorization;
        if (!SameText(HmacSignature.HashContent(request.Body.Span), request.ContentHash))
            return HmacVerdict.WrongContentHash;

        string signature = request.Authorization[HmacSignature.AuthorizationPrefix.Length..];
        if (Matches(accessKey, request, request.RawTarget, signature))
            return HmacVerdict.Valid;

        // The JavaScript client signs the query as a form would encode it, which may differ from what it sends.
        string reencoded = FormQuery.Reencode(request.RawTarget);
        return reencoded != request.RawTarget && Matches(accessKey, request, reencoded, signature)
            ? HmacVerdict.Valid
            : HmacVerdict.WrongSignature;
    }

    private static bool Matches(ReadOnlySpan<byte> accessKey, SignedRequest request, string target, string signature) =>
        SameText(HmacSignature.Compute(accessKey, request.Method, target, request.Date!, request.Host, request.ContentHash!), signature);

    private static bool SameText(string expected, string actual) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(actual));
}
