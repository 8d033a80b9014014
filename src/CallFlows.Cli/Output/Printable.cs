namespace CallFlows.Cli.Output;

/// <summary>
/// Makes text of others fit for a terminal, which takes some characters for commands: a caller chooses what a flow says.
/// </summary>
internal static class Printable
{
    /// <summary>One line.</summary>
    public static string Line(string text) => Lines(text.ReplaceLineEndings(" "));

    /// <summary>Any number of lines.</summary>
    public static string Lines(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (int index = 0; index < target.Length; index++)
        {
            target[index] = char.IsControl(source[index]) && source[index] != '\n' ? '?' : source[index];
        }
    });
}
