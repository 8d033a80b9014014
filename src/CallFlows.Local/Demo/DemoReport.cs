using Spectre.Console;

namespace CallFlows.Local.Demo;

/// <summary>Compares what happened with the script, and says so.</summary>
internal sealed class DemoReport(IAnsiConsole console)
{
    private readonly List<string> _differences = [];
    private readonly Table _table = new Table().Border(TableBorder.Rounded)
        .AddColumn("Who").AddColumn("What should happen").AddColumn("Flow").AddColumn("Outcome").AddColumn("As scripted");

    public void Add(DemoCall call, string flow, string outcome, IReadOnlyList<string> differences)
    {
        _differences.AddRange(differences.Select(difference => $"{call.Person}: {difference}"));
        _table.AddRow(
            Markup.Escape(call.Person),
            Markup.Escape(call.Story),
            Markup.Escape(flow),
            Markup.Escape(outcome),
            differences.Count == 0 ? "[green]yes[/]" : "[red]no[/]");
    }

    public void Add(IEnumerable<string> differences) => _differences.AddRange(differences);

    /// <summary>Writes the report and gives the exit code.</summary>
    public int Write(TimeSpan shown, TimeSpan real)
    {
        console.WriteLine();
        console.Write(_table);
        console.MarkupLine($"[grey]{shown:hh\\:mm\\:ss} of calls in {real.TotalSeconds:0.0} seconds.[/]");
        if (_differences.Count == 0)
        {
            console.MarkupLine("[green]Every call went as scripted.[/]");
            return 0;
        }

        console.MarkupLine($"[red]{_differences.Count} thing{(_differences.Count == 1 ? "" : "s")} differed from the script:[/]");
        foreach (string difference in _differences)
        {
            console.MarkupLine($"  [red]-[/] {Markup.Escape(difference)}");
        }

        return 1;
    }
}
