namespace CallFlows.Protocol.Rest;

/// <summary>A text to speak.</summary>
public sealed record TextSourceModel : WireModel
{
    /// <summary>The text, at most 4000 characters. Required.</summary>
    public string? Text { get; init; }

    /// <summary>Language as a BCP 47 tag.</summary>
    public string? SourceLocale { get; init; }

    /// <summary><c>male</c> or <c>female</c>.</summary>
    public string? VoiceKind { get; init; }

    /// <summary>Name of the voice, e.g. <c>en-US-NancyNeural</c>.</summary>
    public string? VoiceName { get; init; }

    /// <summary>A custom voice.</summary>
    public string? CustomVoiceEndpointId { get; init; }
}
