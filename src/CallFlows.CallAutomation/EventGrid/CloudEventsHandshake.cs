namespace CallFlows.CallAutomation.EventGrid;

/// <summary>The OPTIONS handshake by which CloudEvents senders ask for permission: the origin comes in <c>WebHook-Request-Origin</c>.</summary>
public sealed class CloudEventsHandshake
{
    /// <summary>The origin that Event Grid sends.</summary>
    public const string EventGridOrigin = "eventgrid.azure.net";

    private readonly string[] _allowedOrigins;

    /// <summary>Takes the origins that may send.</summary>
    /// <param name="allowedOrigins">Host names, compared without regard to case; none means <see cref="EventGridOrigin"/>.</param>
    public CloudEventsHandshake(params string[] allowedOrigins)
    {
        ArgumentNullException.ThrowIfNull(allowedOrigins);
        _allowedOrigins = allowedOrigins.Length == 0 ? [EventGridOrigin] : [.. allowedOrigins];
    }

    /// <summary>Decides on a request.</summary>
    /// <param name="requestOrigin">Value of <c>WebHook-Request-Origin</c>, or null.</param>
    /// <param name="requestRate">Value of <c>WebHook-Request-Rate</c>, or null.</param>
    /// <returns>What to answer with status 200; null when the origin may not send.</returns>
    public CloudEventsPermission? Decide(string? requestOrigin, string? requestRate)
    {
        string? origin = _allowedOrigins.FirstOrDefault(allowed => string.Equals(allowed, requestOrigin, StringComparison.OrdinalIgnoreCase));
        if (origin is null)
            return null;

        // Who asks for a rate must be told one; any is welcome.
        return new(origin, string.IsNullOrEmpty(requestRate) ? null : "*");
    }
}
