using System.Text.Json.Serialization;

namespace CallFlows.Prompts;

/// <summary>A text to be spoken. It needs an Azure AI resource connected to the Communication Services resource.</summary>
public sealed record TextPrompt : Prompt
{
    /// <summary>Longest text the service speaks, in characters; SSML may be longer.</summary>
    public const int MaxLength = 4000;

    /// <summary>Makes a text prompt.</summary>
    /// <param name="content">1 to <see cref="MaxLength"/> characters.</param>
    /// <exception cref="ArgumentException">The text is empty or too long.</exception>
    [JsonConstructor]
    public TextPrompt(string content)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(content);
        if (content.Length > MaxLength)
        {
            throw new ArgumentException($"A spoken text has at most {MaxLength} characters, this one has {content.Length}; use SSML for longer ones.", nameof(content));
        }

        Content = content;
    }

    /// <summary>What is spoken.</summary>
    public string Content { get; }

    /// <summary>A voice of Azure AI Speech, such as <c>en-US-AvaNeural</c>; null for the service's default.</summary>
    public string? Voice { get; init; }

    /// <summary>The language when no voice is named, such as <c>de-DE</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>The voice's gender when no voice is named.</summary>
    public VoiceKind? VoiceKind { get; init; }

    /// <summary>The endpoint of a custom voice; null for none.</summary>
    public string? CustomVoiceEndpointId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Description => Content;
}
