using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace CallFlows.Prompts;

/// <summary>Speech Synthesis Markup to be spoken.</summary>
public sealed partial record SsmlPrompt : Prompt
{
    /// <summary>Makes an SSML prompt.</summary>
    /// <param name="markup">The markup, a <c>speak</c> element.</param>
    /// <exception cref="ArgumentException">It is empty.</exception>
    [JsonConstructor]
    public SsmlPrompt(string markup)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(markup);
        Markup = markup;
    }

    /// <summary>The markup.</summary>
    public string Markup { get; }

    /// <summary>The endpoint of a custom voice; null for none.</summary>
    public string? CustomVoiceEndpointId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Description => Spaces().Replace(Tags().Replace(Markup, " "), " ").Trim();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
