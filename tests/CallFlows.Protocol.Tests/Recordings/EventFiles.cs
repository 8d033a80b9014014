namespace CallFlows.Protocol.Tests.Recordings;

/// <summary>Files of events: our own fixtures, which are always there, and recordings of the service, if they lie beside the repository.</summary>
internal static class EventFiles
{
    private const string Pattern = "*.events.jsonl";

    public static IReadOnlyList<EventLine> Fixtures()
    {
        IReadOnlyList<EventLine> lines = Read(Path.Combine(AppContext.BaseDirectory, "Fixtures"));
        return lines.Count > 0 ? lines : throw new InvalidOperationException("The fixtures were not copied beside the tests.");
    }

    /// <summary>Fixtures and recordings; says in the test's output what it read.</summary>
    public static IReadOnlyList<EventLine> FixturesAndRecordings(ITestOutputHelper output)
    {
        IReadOnlyList<EventLine> fixtures = Fixtures();
        string? folder = RecordingsFolder();
        IReadOnlyList<EventLine> recordings = folder is null ? [] : Read(folder);
        output.WriteLine(recordings.Count == 0
            ? $"No recordings beside the repository: checked {fixtures.Count} lines of fixtures only."
            : $"Checked {fixtures.Count} lines of fixtures and {recordings.Count} lines of recordings.");
        return [.. fixtures, .. recordings];
    }

    private static string? RecordingsFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CallFlows.sln")))
            folder = folder.Parent;
        string? beside = folder?.Parent is null ? null : Path.Combine(folder.Parent.FullName, "shared", "reference", "recordings");
        return Directory.Exists(beside) ? beside : null;
    }

    private static List<EventLine> Read(string folder) =>
    [
        .. from file in Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal)
           from line in File.ReadLines(file).Select((text, index) => new EventLine(Path.GetFileName(file), index + 1, text))
           where line.Text.Length > 0
           select line,
    ];
}
