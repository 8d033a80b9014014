using CallFlows.Protocol.EventGrid;

namespace CallFlows.Emulator.EventGrid;

/// <summary>What a subscription must look like.</summary>
internal static class SubscriptionRules
{
    private const int MaxPatterns = 1000;

    public static IEnumerable<string> Check(EventGridSubscriptionOptions subscription)
    {
        if (subscription.Name is not { Length: > 0 and <= 64 } name || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            yield return $"Name is '{subscription.Name}'. Allowed: 1 to 64 letters, digits and hyphens.";
        bool absolute = Uri.TryCreate(subscription.Endpoint, UriKind.Absolute, out Uri? endpoint)
            && (endpoint.Scheme == Uri.UriSchemeHttp || endpoint.Scheme == Uri.UriSchemeHttps);
        if (!absolute)
            yield return $"Endpoint is '{subscription.Endpoint}'. Allowed: an absolute http or https address.";
        if (!Enum.IsDefined(subscription.Schema))
            yield return $"Schema is '{subscription.Schema}'. Allowed: EventGrid or CloudEvents.";
        if (subscription.Called.Count > MaxPatterns)
            yield return $"Called has {subscription.Called.Count} patterns. Allowed: up to {MaxPatterns}.";
        if (subscription.EventTypes.FirstOrDefault(type => !EventGridEventTypes.OfCalling.Contains(type, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            yield return $"EventTypes has '{unknown}'. Allowed: {string.Join(", ", EventGridEventTypes.OfCalling)}.";
        if (subscription.Called.Any(string.IsNullOrWhiteSpace))
            yield return "Called has an empty pattern. Allowed: phone numbers or raw ids, with '*' for any characters.";
    }
}
