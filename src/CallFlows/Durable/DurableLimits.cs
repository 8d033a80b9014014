namespace CallFlows.Durable;

/// <summary>The bounds of ids, names and tags, the same for every engine behind the port.</summary>
public static class DurableLimits
{
    /// <summary>Longest instance id, in characters.</summary>
    public const int MaxInstanceIdLength = 256;

    /// <summary>Longest name of an orchestrator, an activity or an event, in characters.</summary>
    public const int MaxNameLength = 256;

    private const int MaxTags = 16;
    private const int MaxTagNameLength = 64;
    private const int MaxTagValueLength = 512;

    /// <summary>Checks an instance id.</summary>
    /// <param name="instanceId">The id.</param>
    /// <param name="maxLength">The longest that the engine takes, in characters.</param>
    /// <exception cref="ArgumentException">It is empty or too long.</exception>
    public static void CheckInstanceId(string instanceId, int maxLength = MaxInstanceIdLength)
    {
        ArgumentNullException.ThrowIfNull(instanceId);
        if (instanceId.Length == 0 || instanceId.Length > maxLength)
        {
            throw new ArgumentException(
                $"An instance id has 1 to {maxLength} characters; this one has {instanceId.Length}.", nameof(instanceId));
        }
    }

    /// <summary>Checks a name, or an event's id.</summary>
    /// <param name="name">The name.</param>
    /// <param name="parameter">What it is the name of, for the message.</param>
    /// <exception cref="ArgumentException">It is blank or too long.</exception>
    public static void CheckName(string? name, string parameter)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxNameLength)
        {
            throw new ArgumentException($"'{parameter}' needs 1 to {MaxNameLength} characters and one that is not white space.", parameter);
        }
    }

    /// <summary>Checks the tags an instance is started with.</summary>
    /// <param name="tags">The tags.</param>
    /// <exception cref="ArgumentException">There are too many, or one is too long.</exception>
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
}
