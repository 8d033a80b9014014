namespace CallFlows.Protocol.Security;

/// <summary>What a server has in hand to check the signature of a request.</summary>
public sealed record SignedRequest
{
    /// <summary>HTTP verb.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query exactly as received, before any decoding.</summary>
    public required string RawTarget { get; init; }

    /// <summary>Host that was signed; see <see cref="SignedHost"/>.</summary>
    public required string Host { get; init; }

    /// <summary>Value of <c>x-ms-date</c>, null when absent.</summary>
    public string? Date { get; init; }

    /// <summary>Value of <c>x-ms-content-sha256</c>, null when absent.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Value of <c>Authorization</c>, null when absent.</summary>
    public string? Authorization { get; init; }

    /// <summary>The body; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The host that a client signs: its resource's, when it sends elsewhere and says so, else the one it sends to.</summary>
    /// <param name="host">Value of the <c>Host</c> header.</param>
    /// <param name="forwardedHost">Value of <c>X-FORWARDED-HOST</c>, a host or a whole address; null when absent.</param>
    /// <returns>The host, with its port unless it is the scheme's default.</returns>
    public static string SignedHost(string host, string? forwardedHost)
    {
        if (string.IsNullOrEmpty(forwardedHost))
            return host;
        return Uri.TryCreate(forwardedHost, UriKind.Absolute, out Uri? address) && address.Authority.Length > 0 ? address.Authority : forwardedHost;
    }
}
