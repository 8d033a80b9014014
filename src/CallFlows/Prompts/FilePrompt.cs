using System.Text.Json.Serialization;

namespace CallFlows.Prompts;

/// <summary>An audio file that the service fetches: WAV, mono, 16 bit, 16 kHz.</summary>
public sealed record FilePrompt : Prompt
{
    /// <summary>Makes a file prompt.</summary>
    /// <param name="uri">Where the service finds the file: absolute, http or https.</param>
    /// <exception cref="ArgumentException">The address is not absolute http or https.</exception>
    [JsonConstructor]
    public FilePrompt(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!uri.IsAbsoluteUri || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
        {
            throw new ArgumentException($"An audio file needs an absolute http or https address; '{uri.OriginalString.Split('?')[0]}' is none.", nameof(uri));
        }

        Uri = uri;
    }

    /// <summary>Where the service finds the file.</summary>
    public Uri Uri { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Description => $"[{Path.GetFileName(Uri.LocalPath)}]";

    /// <summary>The address without its query and user, which may hold a signature or a password.</summary>
    public override string ToString() => Uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
