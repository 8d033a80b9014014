using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore.Access;

/// <summary>Lets in who has the key; while there is no key, who is on this machine.</summary>
internal sealed class AccessRule(string? key, string headerName)
{
    public const string QueryParameter = "key";

    /// <summary>How Azure Functions takes its keys in a query; it leaves them there.</summary>
    public const string FunctionsQueryParameter = "code";

    public const string EventGridHeader = "aeg-sas-key";
    public const string ManagementHeader = "x-callflows-key";

    private readonly byte[]? _key = key is null ? null : Encoding.UTF8.GetBytes(key);

    public bool IsLocalOnly => _key is null;

    /// <summary>Why a request is refused, in words.</summary>
    public string Refusal => IsLocalOnly
        ? "No key is configured, so only requests from this machine are taken."
        : "The key is missing or wrong.";

    public AccessLevel Check(HttpRequest request)
    {
        if (_key is null)
        {
            return LocalRequests.IsLocal(request) ? AccessLevel.Local : AccessLevel.Refused;
        }

        string? given = request.Headers[headerName];
        given ??= request.Query[QueryParameter];
        return given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), _key)
            ? AccessLevel.Full
            : AccessLevel.Refused;
    }
}
