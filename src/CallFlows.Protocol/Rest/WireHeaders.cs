namespace CallFlows.Protocol.Rest;

/// <summary>Names of HTTP headers of the service.</summary>
public static class WireHeaders
{
    /// <summary>Carries the HMAC signature or the bearer token.</summary>
    public const string Authorization = "Authorization";

    /// <summary>The date that is signed, RFC 1123 in GMT.</summary>
    public const string Date = "x-ms-date";

    /// <summary>Base64 of the SHA-256 of the body, signed.</summary>
    public const string ContentHash = "x-ms-content-sha256";

    /// <summary>The host that is signed, with its port unless it is the scheme's default.</summary>
    public const string Host = "Host";

    /// <summary>The resource's host when a request is sent to another address; then this host is signed.</summary>
    public const string ForwardedHost = "X-FORWARDED-HOST";

    /// <summary>The resource's host when a recording's file is fetched from another one; then this host is signed.</summary>
    public const string ResourceHost = "x-ms-host";

    /// <summary>Names one request; echoed by the service.</summary>
    public const string ClientRequestId = "x-ms-client-request-id";

    /// <summary>Asks the service to echo the request id.</summary>
    public const string ReturnClientRequestId = "x-ms-return-client-request-id";

    /// <summary>UUID of an operation; a repeated one isn't carried out twice.</summary>
    public const string RepeatabilityRequestId = "Repeatability-Request-ID";

    /// <summary>When the operation was first sent, RFC 1123 in GMT.</summary>
    public const string RepeatabilityFirstSent = "Repeatability-First-Sent";

    /// <summary>The service's answer to the two above: <c>accepted</c>.</summary>
    public const string RepeatabilityResult = "Repeatability-Result";

    /// <summary>Ties an answer to the service's own logs; the correlation id of a call.</summary>
    public const string ChainId = "X-Microsoft-Skype-Chain-ID";

    /// <summary>Echo of the user agent.</summary>
    public const string ClientVersion = "X-Ms-Client-Version";

    /// <summary>The versions that the service offers.</summary>
    public const string SupportedApiVersions = "api-supported-versions";

    /// <summary>Seconds to wait, on 429 and 503.</summary>
    public const string RetryAfter = "Retry-After";

    /// <summary>On web sockets: the connection.</summary>
    public const string CallConnectionId = "x-ms-call-connection-id";

    /// <summary>On web sockets: the correlation id.</summary>
    public const string CallCorrelationId = "x-ms-call-correlation-id";
}
