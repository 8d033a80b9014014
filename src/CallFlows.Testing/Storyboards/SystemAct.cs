using System.Text.RegularExpressions;

namespace CallFlows.Testing.Storyboards;

/// <summary>Something that flows say to somebody, or do.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="To">Who hears it, or is hung up on; null for what nobody hears.</param>
/// <param name="Text">The words that are heard, what is played, or what is done.</param>
internal sealed partial record SystemAct(SystemActKind Kind, string? To, string Text)
{
    public const string HangsUp = "hangs up";
    public const string Plays = "plays ";
    public const string Ellipsis = " …";

    /// <summary>The first words of what is done, which words that are heard can't begin with unless they are quoted.</summary>
    private static readonly string[] Verbs = ["calls", "hangs", "plays", "redirects", "rejects", "transfers"];

    /// <summary>Words in one line.</summary>
    public static string OneLine(string text) => Blanks().Replace(text, " ").Trim();

    /// <summary>Whether a text begins as what is done does.</summary>
    public static bool BeginsAsDeed(string text) => Verbs.Contains(text.Split(' ', 2)[0]);

    /// <summary>The line that tells it.</summary>
    /// <param name="first">Whom the storyboard need not name.</param>
    public string ToLine(string? first)
    {
        string who = To is null || To == first ? "System" : $"System to {To}";
        return $"{who}: {(Kind == SystemActKind.Says && NeedsQuotes(Text) ? $"\"{Text}\"" : Kind == SystemActKind.Plays ? Plays + Text : Text)}";
    }

    private static bool NeedsQuotes(string text) =>
        text.Length == 0 || text[0] == '"' || text.EndsWith(Ellipsis, StringComparison.Ordinal) || BeginsAsDeed(text);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

/// <summary>What flows do.</summary>
internal enum SystemActKind
{
    /// <summary>Words are heard.</summary>
    Says,

    /// <summary>Something without words is heard, such as a file.</summary>
    Plays,

    /// <summary>Somebody is hung up on.</summary>
    HangsUp,

    /// <summary>Something else, in words.</summary>
    Does,
}
