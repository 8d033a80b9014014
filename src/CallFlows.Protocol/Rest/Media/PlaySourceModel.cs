namespace CallFlows.Protocol.Rest;

/// <summary>Something to play: exactly one of a file, a text or SSML.</summary>
public sealed record PlaySourceModel : WireModel
{
    /// <summary>One of <see cref="PlaySourceKinds"/>. Required.</summary>
    public string? Kind { get; init; }

    /// <summary>A name under which the service may keep the audio.</summary>
    public string? PlaySourceCacheId { get; init; }

    /// <summary>An audio file.</summary>
    public FileSourceModel? File { get; init; }

    /// <summary>A text to speak.</summary>
    public TextSourceModel? Text { get; init; }

    /// <summary>Speech as SSML.</summary>
    public SsmlSourceModel? Ssml { get; init; }
}
