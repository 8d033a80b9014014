namespace CallFlows.Protocol.Rest;

/// <summary>Speech as SSML.</summary>
public sealed record SsmlSourceModel : WireModel
{
    /// <summary>The SSML document. Required.</summary>
    public string? SsmlText { get; init; }

    /// <summary>A custom voice.</summary>
    public string? CustomVoiceEndpointId { get; init; }
}
