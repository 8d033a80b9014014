using System.Net;
using System.Text.RegularExpressions;

namespace CallFlows.Emulator.Media;

/// <summary>One play source: its content as the app sent it, and the words in it (none in a file).</summary>
internal sealed partial record Prompt(PromptKind Kind, string Content)
{
    public string Words { get; } = Kind switch
    {
        PromptKind.Text => Content,
        PromptKind.Ssml => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Content, " ")), " ").Trim(),
        _ => "",
    };

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
