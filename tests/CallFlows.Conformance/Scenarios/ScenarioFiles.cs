using CallFlows.Conformance.Running;

namespace CallFlows.Conformance.Scenarios;

/// <summary>The scenarios of the official client: one file each.</summary>
internal static class ScenarioFiles
{
    private static readonly string Folder = Path.Combine(NodeProgram.Folder, "scenarios");

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder, "*.mjs").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>The comment that a scenario's file begins with.</summary>
    public static string Describe(string name) => File.ReadLines(Path.Combine(Folder, name + ".mjs")).First().TrimStart('/', ' ');
}
