using System.Globalization;

namespace CallFlows.Benchmarks.Http.Feed;

/// <summary>One action that reached the service.</summary>
/// <param name="CallId">Which call acts.</param>
/// <param name="At">When, as a reading of the machine's monotonic clock: it means the same in every process.</param>
/// <param name="Key">What the event that ends the action must carry.</param>
/// <param name="CallbackUri">Where events of the call go; empty when it was told before.</param>
internal readonly record struct ActionReport(string CallId, long At, string Key, string CallbackUri)
{
    private const char Separator = '\t';

    public static ActionReport Parse(string line) => line.Split(Separator) is [var callId, var at, var key, var uri]
        ? new ActionReport(callId, long.Parse(at, CultureInfo.InvariantCulture), key, uri)
        : throw new FormatException($"«{line}» reports no action.");

    public override string ToString() => string.Join(Separator, CallId, At, Key, CallbackUri);
}
