using CallFlows.Durable;
using CallFlows.Engine.Redaction;

namespace CallFlows.Engine;

/// <summary>
/// Takes what is personal out of a history, so that it can be kept in a repository, and sees to it that the flow's code still takes the same
/// path over it. Only what came from outside is masked; what the flow itself decided is decided anew by its code, from the masked values.
/// </summary>
/// <remarks>
/// Phone numbers and user ids become others, also in payloads that are kept: equal ones stay equal. What answers a call is removed in any case.
/// </remarks>
public sealed class HistoryRedaction
{
    private readonly List<(string Payload, string? Path)> _kept = [];

    /// <summary>Keeps what the path of a flow depends on and nobody minds to be read.</summary>
    /// <param name="payload">
    /// What brought the value: the name of an activity, callback or signal, or of the flow for what it was started with.
    /// </param>
    /// <param name="path">
    /// The value in that payload, such as <c>$.status</c>, with all that is in it: it is kept as it is, also a phone number. Null for everything but
    /// phone numbers and user ids.
    /// </param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentException">The payload is blank, or the path does not begin with <c>$</c>.</exception>
    public HistoryRedaction Keep(string payload, string? path = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(payload);
        if (path is not null && !path.StartsWith('$'))
        {
            throw new ArgumentException($"'{path}' is no path to a value; it begins with $, such as $.status.", nameof(path));
        }

        _kept.Add((payload, path));
        return this;
    }

    /// <summary>The same from texts, as operators write them: <c>FindOrder</c>, or <c>FindOrder:$.status</c> for one value.</summary>
    /// <param name="kept">What to keep; none for nothing.</param>
    /// <exception cref="ArgumentException">A text is neither.</exception>
    public static HistoryRedaction Keeping(IEnumerable<string> kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        HistoryRedaction redaction = new();
        foreach (string text in kept)
        {
            int path = text.IndexOf(":$", StringComparison.Ordinal);
            redaction.Keep(path < 0 ? text : text[..path], path < 0 ? null : text[(path + 1)..]);
        }

        return redaction;
    }

    /// <summary>Redacts a history, and replays it to see that the code takes the same path over what is left.</summary>
    /// <param name="history">The history as it is.</param>
    /// <param name="registry">The code that made it.</param>
    /// <returns>The history without what is personal.</returns>
    /// <exception cref="HistoryExportException">
    /// The code is not there or does not fit the history, or masking a value changes its path: the message names the event and the value.
    /// </exception>
    public RecordedHistory Apply(RecordedHistory history, DurableRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(registry);
        return new HistoryRedactor(history, registry, this).Redact();
    }

    /// <summary>Whether a value was asked to be kept: by its path, or with its whole payload.</summary>
    internal (bool ByPath, bool WithPayload) Keeps(string payload, string path)
    {
        bool byPath = false;
        bool withPayload = false;
        foreach ((string name, string? kept) in _kept)
        {
            if (name == payload)
            {
                withPayload |= kept is null;
                byPath |= kept is not null && path.StartsWith(kept, StringComparison.Ordinal)
                    && (path.Length == kept.Length || path[kept.Length] is '.' or '[' || kept == "$");
            }
        }

        return (byPath, withPayload);
    }
}
