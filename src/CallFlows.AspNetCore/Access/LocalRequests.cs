using System.Net;
using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore.Access;

/// <summary>Tells requests of programs and people on this machine from all others.</summary>
internal static class LocalRequests
{
    private static readonly string[] ProxyHeaders =
        ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Real-IP"];

    /// <summary>
    /// A connection from a loopback address is not enough: a reverse proxy on this machine makes those for the whole world, and a web page
    /// in a local browser can be made to send them.
    /// </summary>
    public static bool IsLocal(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && IsLoopbackName(request.Host.Host)
        && !ProxyHeaders.Any(request.Headers.ContainsKey)
        && IsFromLocalPage(request.Headers.Origin);

    private static bool IsFromLocalPage(string? origin) =>
        origin is null || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && page.IsLoopback);

    private static bool IsLoopbackName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
