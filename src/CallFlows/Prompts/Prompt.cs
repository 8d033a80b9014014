using System.Text.Json.Serialization;

namespace CallFlows.Prompts;

/// <summary>Something a caller hears: a text to be spoken, SSML, or an audio file. A plain string is a text.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(FilePrompt), "file")]
[JsonDerivedType(typeof(SsmlPrompt), "ssml")]
[JsonDerivedType(typeof(TextPrompt), "text")]
public abstract record Prompt
{
    private protected Prompt()
    {
    }

    /// <summary>Lets the service keep the audio under this id and play it again without fetching or speaking it anew.</summary>
    public string? CacheId { get; init; }

    /// <summary>What a person reads in a transcript.</summary>
    [JsonIgnore]
    public abstract string Description { get; }

    /// <summary>A text to be spoken.</summary>
    public static implicit operator Prompt(string text) => new TextPrompt(text);

    /// <summary>A text to be spoken.</summary>
    /// <param name="text">1 to 4,000 characters.</param>
    /// <param name="voice">A voice of Azure AI Speech, such as <c>en-US-AvaNeural</c>; null for the service's default.</param>
    /// <param name="locale">The language when no voice is named, such as <c>de-DE</c>.</param>
    /// <exception cref="ArgumentException">The text is empty or too long.</exception>
    public static TextPrompt Text(string text, string? voice = null, string? locale = null) => new(text) { Voice = voice, Locale = locale };

    /// <summary>Speech Synthesis Markup.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public static SsmlPrompt Ssml(string ssml) => new(ssml);

    /// <summary>An audio file the service can fetch.</summary>
    /// <exception cref="ArgumentException">The address is not absolute http or https.</exception>
    public static FilePrompt File(Uri uri) => new(uri);

    /// <summary>An audio file the service can fetch.</summary>
    /// <exception cref="ArgumentException">The address is not absolute http or https.</exception>
    public static FilePrompt File(string uri) => new(new Uri(uri, UriKind.RelativeOrAbsolute));
}
