using System.Text;

namespace CallFlows.Testing.Storyboards;

/// <summary>The lines of a file, and what stands between them, so that it can be written back as it was.</summary>
internal sealed class StoryboardFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly bool _hasMark;
    private readonly bool _endsWithNewLine;

    private StoryboardFile(string path, byte[] content)
    {
        Path = path;
        string text;
        try
        {
            text = Utf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            throw new StoryboardException(path, 1, "The file is not UTF-8; save it as UTF-8.");
        }

        _hasMark = text.StartsWith('\uFEFF');
        text = _hasMark ? text[1..] : text;
        NewLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        _endsWithNewLine = text.EndsWith('\n');
        List<string> lines = [.. text.Split('\n').Select(line => line.EndsWith('\r') ? line[..^1] : line)];
        if (_endsWithNewLine || text.Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        Lines = lines;
    }

    public string Path { get; }

    public IReadOnlyList<string> Lines { get; }

    private string NewLine { get; }

    public static StoryboardFile Load(string path) => new(path, File.ReadAllBytes(path));

    public static StoryboardFile Of(string path, string text) => new(path, Utf8.GetBytes(text));

    /// <summary>The file's content with other lines, its mark and its way to end lines kept.</summary>
    public byte[] With(IReadOnlyList<string> lines) => Utf8.GetBytes(
        (_hasMark ? "\uFEFF" : "") + string.Join(NewLine, lines) + (_endsWithNewLine && lines.Count > 0 ? NewLine : ""));
}
