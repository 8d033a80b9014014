using System.Text.RegularExpressions;

namespace CallFlows.Docs.Tests.Reading;

/// <summary>Finds what a shell command takes from the repository: projects, solutions, scripts.</summary>
internal static partial class ShellPaths
{
    public static IEnumerable<string> Of(string command)
    {
        string code = command.Split(" #")[0];
        return code.TrimStart().StartsWith('#')
            ? []
            : Words().Matches(code).Select(word => word.Value.Trim('"', '\'')).Where(IsOfTheRepository);
    }

    private static bool IsOfTheRepository(string word) =>
        word.EndsWith(".sln", StringComparison.Ordinal)
        || word.EndsWith(".csproj", StringComparison.Ordinal)
        || Rooted().IsMatch(word);

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|\\S+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^(\./)?(src|tests|docs|\.ci)/")]
    private static partial Regex Rooted();
}
