using System.Text.RegularExpressions;

namespace CallFlows.Docs.Tests.Reading;

/// <summary>Who may know whom, as the table of the architecture says it.</summary>
internal static partial class RoomTable
{
    public const string Header = "| Project | may reference |";

    /// <summary>What each project may reference.</summary>
    /// <exception cref="FormatException">The table is not there, or a row can't be read.</exception>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Read(IReadOnlyList<string> lines)
    {
        int header = lines.ToList().FindIndex(line => line.Trim() == Header);
        if (header < 0)
        {
            throw new FormatException($"The architecture has no table that begins with '{Header}'.");
        }

        Dictionary<string, IReadOnlySet<string>> rooms = new(StringComparer.Ordinal);
        foreach (string line in lines.Skip(header + 2).TakeWhile(line => line.StartsWith('|')))
        {
            string[] cells = line.Trim().Trim('|').Split('|');
            string[] project = Names(cells[0]);
            if (cells.Length != 2 || project.Length != 1 || !rooms.TryAdd(project[0], Names(cells[1]).ToHashSet(StringComparer.Ordinal)))
            {
                throw new FormatException($"This row of the table of projects can't be read, or names a project twice: {line}");
            }
        }

        return rooms;
    }

    private static string[] Names(string cell) => [.. Quoted().Matches(cell).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("`([A-Za-z.]+)`")]
    private static partial Regex Quoted();
}
