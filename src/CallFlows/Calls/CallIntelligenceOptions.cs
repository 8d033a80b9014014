namespace CallFlows.Calls;

/// <summary>The AI service of one call: what speaks texts and SSML, and recognises speech.</summary>
/// <param name="CognitiveServicesEndpoint">Its endpoint: absolute, https, or http for a service on this machine.</param>
/// <exception cref="ArgumentException">The endpoint is neither.</exception>
public sealed record CallIntelligenceOptions(Uri CognitiveServicesEndpoint)
{
    /// <summary>Its endpoint: absolute, https, or http for a service on this machine.</summary>
    public Uri CognitiveServicesEndpoint { get; init => field = Checked(value); } = Checked(CognitiveServicesEndpoint);

    private static Uri Checked(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.IsAbsoluteUri && (endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback))
            ? endpoint
            : throw new ArgumentException("The endpoint of an AI service must be absolute and https.", nameof(endpoint));
    }
}
