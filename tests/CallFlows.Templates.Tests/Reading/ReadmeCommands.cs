namespace CallFlows.Templates.Tests.Reading;

/// <summary>What the repository's README tells a reader to type for a new project.</summary>
internal static class ReadmeCommands
{
    public const string Packages = "artifacts/packages";
    public const string Project = "../MyLine";
    public const string Name = "MyLine";

    /// <summary>Pack, install, make; each as the arguments of <c>dotnet</c>, with what the reader would choose put in.</summary>
    /// <param name="chosen">What stands in the README, and what it becomes.</param>
    public static IReadOnlyList<string[]> Read(params IReadOnlyList<(string Written, string Chosen)> chosen)
    {
        string[] lines = File.ReadAllLines(Repository.FullPath("README.md"));
        int last = Array.FindIndex(lines, line => line.StartsWith("dotnet new callflow", StringComparison.Ordinal));
        string[] commands = last < 2 ? [] : lines[(last - 2)..(last + 1)];
        commands.Should().HaveCount(3).And.OnlyContain(line => line.StartsWith("dotnet ", StringComparison.Ordinal), "README.md packs, installs and makes in three lines");
        return [.. commands.Select(line => line.Split(' ')[1..].Select(word => Choose(word, chosen)).ToArray())];
    }

    private static string Choose(string word, IReadOnlyList<(string Written, string Chosen)> chosen)
    {
        word = word.Trim('"').Replace("$PWD/", "", StringComparison.Ordinal);
        foreach ((string written, string choice) in chosen)
        {
            word = word.Replace(written, choice, StringComparison.Ordinal);
        }

        return word;
    }
}
