using CallFlows.Durable;

namespace CallFlows.Engine.Errors;

/// <summary>The bounds of what the engine takes.</summary>
internal static class Limits
{
    public const int MaxInstanceIdLength = 256;
    public const int MaxNameLength = 256;
    public const int MaxTags = 16;
    public const int MaxTagNameLength = 64;
    public const int MaxTagValueLength = 512;

    public static void CheckInstanceId(string instanceId)
    {
        ArgumentNullException.ThrowIfNull(instanceId);
        if (instanceId.Length is 0 or > MaxInstanceIdLength)
        {
            throw new ArgumentException(
                $"An instance id has 1 to {MaxInstanceIdLength} characters; this one has {instanceId.Length}.", nameof(instanceId));
        }
    }

    public static void CheckName(string? name, string parameter)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxNameLength)
        {
            throw new ArgumentException($"'{parameter}' needs 1 to {MaxNameLength} characters and one that is not white space.", parameter);
        }
    }

    public static void CheckTags(IReadOnlyDictionary<string, string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        if (tags.Count > MaxTags)
        {
            throw new ArgumentException($"An instance has at most {MaxTags} tags; this one has {tags.Count}.", nameof(tags));
        }

        foreach ((string name, string value) in tags)
        {
            if (string.IsNullOrWhiteSpace(name) || name.Length > MaxTagNameLength || value is null || value.Length > MaxTagValueLength)
            {
                throw new ArgumentException(
                    $"A tag has a name of 1 to {MaxTagNameLength} characters and a value of at most {MaxTagValueLength}; '{name}' does not fit.",
                    nameof(tags));
            }
        }
    }

    public static PayloadTooLargeException? TooLarge(Payload payload, int limit, string what) =>
        payload.Utf8.Length <= limit
            ? null
            : new PayloadTooLargeException(
                $"{what} has {payload.Utf8.Length} bytes of JSON; the limit is {limit}. Store large data elsewhere and pass a reference, "
                + $"or raise {nameof(EngineOptions)}.{nameof(EngineOptions.MaxPayloadBytes)}.");

    public static void CheckPayload(Payload payload, int limit, string what)
    {
        if (TooLarge(payload, limit, what) is { } error)
        {
            throw error;
        }
    }
}
