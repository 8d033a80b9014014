using Microsoft.CodeAnalysis;

namespace CallFlows.Analyzers.Tests.Harness;

/// <summary>States what is reported.</summary>
internal static class Expect
{
    /// <summary>What is marked is reported, and nothing else.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> ReportsAsync(string marked)
    {
        MarkedSource source = MarkedSource.Parse(marked);
        IReadOnlyList<Diagnostic> found = await Compiled.AnalyzeAsync(source.Text);

        found.Select(diagnostic => MarkedSource.Describe(
                diagnostic.Id,
                diagnostic.Location.SourceSpan.Start,
                source.Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)))
            .Should().Equal(source.Marks);
        return found;
    }
}
