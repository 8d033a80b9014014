using System.Text;
using System.Text.RegularExpressions;

namespace CallFlows.Analyzers.Tests.Harness;

/// <summary>Source in which <c>{|CF1001:DateTime.UtcNow|}</c> marks what has to be reported.</summary>
internal sealed partial class MarkedSource
{
    private MarkedSource(string text, IReadOnlyList<string> marks)
    {
        Text = text;
        Marks = marks;
    }

    /// <summary>The source without marks.</summary>
    public string Text { get; }

    /// <summary>What is marked: id, place and text.</summary>
    public IReadOnlyList<string> Marks { get; }

    public static MarkedSource Parse(string marked)
    {
        StringBuilder text = new();
        List<string> marks = [];
        int from = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked, from, mark.Index - from);
            marks.Add(Describe(mark.Groups[1].Value, text.Length, mark.Groups[2].Value));
            text.Append(mark.Groups[2].Value);
            from = mark.Index + mark.Length;
        }

        return new MarkedSource(text.Append(marked, from, marked.Length - from).ToString(), marks);
    }

    public static string Describe(string id, int start, string code) => $"{id} at {start}: {code}";

    [GeneratedRegex(@"\{\|(CF\d{4}):(.*?)\|\}", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
