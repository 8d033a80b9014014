using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CallFlows.Cli.Output;

/// <summary>What commands write to: tables for people, JSON for programs.</summary>
internal sealed class Screen
{
    /// <summary>A file has no edge: lines are never broken there, so that they can be searched.</summary>
    private const int WidthOfFiles = 10_000;

    private static readonly JsonSerializerOptions JsonOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 256,
        WriteIndented = true,
    };

    private readonly TextWriter _out;
    private readonly IAnsiConsole _console;

    /// <summary>What the console has drawn for a file; null for a terminal.</summary>
    private readonly StringWriter? _drawn;

    public Screen(Surroundings surroundings)
    {
        _out = surroundings.Out;
        _drawn = surroundings.IsTerminal ? null : new StringWriter();
        bool colored = surroundings.IsTerminal && string.IsNullOrEmpty(surroundings.Variable("NO_COLOR"));
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = surroundings.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colored ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_drawn ?? _out),
        });
        if (_drawn is not null)
        {
            _console.Profile.Width = WidthOfFiles;
        }
    }

    public void Json(JsonNode? json) => _out.WriteLine(json?.ToJsonString(JsonOptions) ?? "null");

    public void Line(string text = "") => _out.WriteLine(Printable.Line(text));

    public void Lines(string text) => _out.WriteLine(Printable.Lines(text.ReplaceLineEndings("\n").TrimEnd('\n')));

    public void Write(IRenderable table)
    {
        _console.Write(table);
        if (_drawn is not null)
        {
            // The last column is filled up with spaces, which would only be in the way.
            foreach (string line in _drawn.ToString().TrimEnd().Split('\n'))
            {
                _out.WriteLine(line.TrimEnd());
            }

            _drawn.GetStringBuilder().Clear();
        }
    }

    /// <summary>An empty table in the one style there is.</summary>
    public static Table Table(params ReadOnlySpan<string> headings)
    {
        Table table = new() { Border = TableBorder.None };
        foreach (string heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold))) { Padding = new Padding(0, 0, 2, 0) });
        }

        return table;
    }

    public static Text Cell(string? text, Color? color = null) => new(Printable.Line(text ?? ""), new Style(color));
}
