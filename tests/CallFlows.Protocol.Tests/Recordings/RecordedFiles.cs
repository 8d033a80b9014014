namespace CallFlows.Protocol.Tests.Recordings;

/// <summary>Our own fixtures, which are always there, and recordings of the service, if they lie beside the repository.</summary>
internal static class RecordedFiles
{
    /// <summary>Webhook bodies and IncomingCall data.</summary>
    public const string Events = "*.events.jsonl";

    /// <summary>Requests and answers.</summary>
    public const string Exchanges = "*.http.jsonl";

    public static IReadOnlyList<RecordedLine> Fixtures(string pattern)
    {
        IReadOnlyList<RecordedLine> lines = Read(Path.Combine(AppContext.BaseDirectory, "Fixtures"), pattern);
        return lines.Count > 0 ? lines : throw new InvalidOperationException("The fixtures were not copied beside the tests.");
    }

    /// <summary>Fixtures and recordings; says in the test's output what it read.</summary>
    public static IReadOnlyList<RecordedLine> FixturesAndRecordings(string pattern, ITestOutputHelper output)
    {
        IReadOnlyList<RecordedLine> fixtures = Fixtures(pattern);
        IReadOnlyList<RecordedLine> recordings = Recordings(pattern);
        output.WriteLine(recordings.Count == 0
            ? $"No recordings beside the repository: checked {fixtures.Count} lines of fixtures only."
            : $"Checked {fixtures.Count} lines of fixtures and {recordings.Count} lines of recordings.");
        return [.. fixtures, .. recordings];
    }

    /// <summary>Recordings only; empty when none lie beside the repository.</summary>
    public static IReadOnlyList<RecordedLine> Recordings(string pattern) =>
        RecordingsFolder() is { } folder ? Read(folder, pattern) : [];

    private static string? RecordingsFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CallFlows.sln")))
            folder = folder.Parent;
        string? beside = folder?.Parent is null ? null : Path.Combine(folder.Parent.FullName, "shared", "reference", "recordings");
        return Directory.Exists(beside) ? beside : null;
    }

    private static List<RecordedLine> Read(string folder, string pattern) =>
    [
        .. from file in Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal)
           from line in File.ReadLines(file).Select((text, index) => new RecordedLine(Path.GetFileName(file), index + 1, text))
           where line.Text.Length > 0
           select line,
    ];
}
