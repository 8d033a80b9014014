using CallFlows.Protocol.EventGrid;

namespace CallFlows.Emulator.EventGrid;

/// <summary>What a subscription must look like.</summary>
internal static class SubscriptionRules
{
    private const int MaxPatterns = 1000;
    private const int MaxPatternLength = 512;
    private const int MaxEndpointLength = 8192;

    public static IEnumerable<string> Check(EventGridSubscriptionOptions subscription)
    {
        if (subscription.Name is not { Length: > 0 and <= 64 } name || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            yield return $"Name is '{Shown(subscription.Name)}'. Allowed: 1 to 64 letters, digits and hyphens.";
        bool absolute = subscription.Endpoint.Length <= MaxEndpointLength
            && Uri.TryCreate(subscription.Endpoint, UriKind.Absolute, out Uri? endpoint)
            && (endpoint.Scheme == Uri.UriSchemeHttp || endpoint.Scheme == Uri.UriSchemeHttps);
        if (!absolute)
            yield return $"Endpoint is '{Shown(subscription.Endpoint)}'. Allowed: an absolute http or https address of up to {MaxEndpointLength} characters.";
        if (!Enum.IsDefined(subscription.Schema))
            yield return $"Schema is '{subscription.Schema}'. Allowed: EventGrid or CloudEvents.";
        if (subscription.Called.Count > MaxPatterns)
            yield return $"Called has {subscription.Called.Count} patterns. Allowed: up to {MaxPatterns}.";
        if (subscription.EventTypes.FirstOrDefault(type => !EventGridEventTypes.OfCalling.Contains(type, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            yield return $"EventTypes has '{Shown(unknown)}'. Allowed: {string.Join(", ", EventGridEventTypes.OfCalling)}.";
        if (subscription.Called.Any(pattern => string.IsNullOrWhiteSpace(pattern) || pattern.Length > MaxPatternLength))
            yield return "Called has a pattern that is empty or too long. Allowed: phone numbers or raw ids, with '*' for any characters.";
    }

    private static string Shown(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
