using CallFlows.Durable;

namespace CallFlows.Engine.Errors;

/// <summary>The bounds of the payloads that the engine takes.</summary>
internal static class Limits
{
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
