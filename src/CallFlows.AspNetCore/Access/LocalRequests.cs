using System.Net;
using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore.Access;

/// <summary>
/// Tells requests of programs and people on this machine from those that give themselves away as others'. A reverse proxy on this machine that
/// leaves no trace can't be told: behind any proxy a key is needed.
/// </summary>
internal static class LocalRequests
{
    private const string FetchSite = "Sec-Fetch-Site";

    private static readonly string[] ProxyHeaders = ["Forwarded", "Via", "X-Original-For", "X-Original-Host", "X-Real-IP"];

    /// <summary>
    /// A connection from a loopback address is not enough: a reverse proxy on this machine makes those for the whole world, and a web page
    /// in a local browser can be made to send them, also under a name of its own that leads to this machine.
    /// </summary>
    public static bool IsLocal(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && IsLoopbackName(request.Host.Host)
        && !IsOfAProxy(request)
        && IsFromLocalPage(request.Headers);

    /// <summary>
    /// What proxies add, and what only they still speak: some pass requests on in HTTP/1.0, with the target's name as host and no header added,
    /// unless they are told otherwise.
    /// </summary>
    private static bool IsOfAProxy(HttpRequest request) =>
        HttpProtocol.IsHttp10(request.Protocol)
        || ProxyHeaders.Any(request.Headers.ContainsKey)
        || request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase));

    /// <summary>Browsers name the page that posts; of other requests they say only whether the page is of another site.</summary>
    private static bool IsFromLocalPage(IHeaderDictionary headers) => headers.Origin.ToString() is { Length: > 0 } origin
        ? Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && page.IsLoopback
        : headers[FetchSite].ToString() is "" or "none" or "same-origin" or "same-site";

    private static bool IsLoopbackName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
