namespace CallFlows.Protocol.Rest;

/// <summary>One operation of the REST API: verb, path, the status that means success, and whether it takes repeatability headers.</summary>
public sealed record CallAutomationOperation
{
    internal CallAutomationOperation(
        string name,
        string method,
        string template,
        int successStatus,
        bool takesRepeatability = false,
        ApiAvailability? availability = null)
    {
        Availability = availability ?? ApiAvailability.Always;
        Name = name;
        Method = method;
        Template = template;
        SuccessStatus = successStatus;
        TakesRepeatability = takesRepeatability;
    }

    /// <summary>Name of the operation, e.g. <c>Play</c>.</summary>
    public string Name { get; }

    /// <summary>HTTP verb, upper case.</summary>
    public string Method { get; }

    /// <summary>Path with <c>{callConnectionId}</c>, <c>{participantRawId}</c> or <c>{recordingId}</c>; usable as an ASP.NET Core route.</summary>
    public string Template { get; }

    /// <summary>The HTTP status of success. Starting a recording by connection id answers 202 instead.</summary>
    public int SuccessStatus { get; }

    /// <summary>True when clients send <c>Repeatability-Request-ID</c> and <c>Repeatability-First-Sent</c>.</summary>
    public bool TakesRepeatability { get; }

    /// <summary>Which api-versions have the operation.</summary>
    public ApiAvailability Availability { get; }

    /// <summary>The path with its placeholders filled in, each value percent-encoded.</summary>
    /// <param name="ids">One value for each placeholder, in order.</param>
    /// <returns>The path, without query.</returns>
    /// <exception cref="ArgumentException">There are more or fewer values than placeholders, or one is empty.</exception>
    public string Path(params ReadOnlySpan<string> ids)
    {
        string path = Template;
        foreach (string id in ids)
        {
            ArgumentException.ThrowIfNullOrEmpty(id);
            int open = path.IndexOf('{', StringComparison.Ordinal);
            if (open < 0)
                throw new ArgumentException($"{Name} has fewer placeholders than the {ids.Length} values given.", nameof(ids));
            int close = path.IndexOf('}', open);
            // A percent-encoded value can't hold a brace, so it is never taken for a placeholder.
            path = string.Concat(path.AsSpan(0, open), Uri.EscapeDataString(id), path.AsSpan(close + 1));
        }

        if (path.Contains('{', StringComparison.Ordinal))
            throw new ArgumentException($"{Name} needs more values: {path}.", nameof(ids));
        return path;
    }
}
