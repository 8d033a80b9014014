namespace CallFlows.Protocol.Security;

/// <summary>What a server has in hand to check the signature of a request.</summary>
public sealed record SignedRequest
{
    /// <summary>HTTP verb.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query exactly as received, before any decoding.</summary>
    public required string RawTarget { get; init; }

    /// <summary>Host that was signed: the <c>X-FORWARDED-HOST</c> when present, else the <c>Host</c> header.</summary>
    public required string Host { get; init; }

    /// <summary>Value of <c>x-ms-date</c>, null when absent.</summary>
    public string? Date { get; init; }

    /// <summary>Value of <c>x-ms-content-sha256</c>, null when absent.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Value of <c>Authorization</c>, null when absent.</summary>
    public string? Authorization { get; init; }

    /// <summary>The body; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
