using System.Runtime.CompilerServices;
using CallFlows.Conformance.Requests;
using CallFlows.Conformance.Scenarios;

namespace CallFlows.Conformance.Document;

public sealed class ConformanceDocumentTests(ScenarioRun run)
{
    private const string WriteAnew = "CALLFLOWS_WRITE_CONFORMANCE";

    private static readonly string File = Path.Combine(Root(), "docs", "conformance.md");

    [Fact]
    public async Task Document_AfterARun_SaysWhatTheRunShowed()
    {
        ScenarioReport report = await run.ReportAsync();
        report.Lines.Where(line => line.Problem is not null || line is { Check: not null, Ok: false })
            .Select(line => $"{line.Scenario}: {line.Problem ?? line.Check}").Should().BeEmpty("a failed run is not written down");

        string text = new ConformanceDocument(report, await RequestRun.DifferencesAsync()).Write();
        if (Environment.GetEnvironmentVariable(WriteAnew) == "1")
            await System.IO.File.WriteAllTextAsync(File, text);

        string written = System.IO.File.Exists(File) ? await System.IO.File.ReadAllTextAsync(File) : "";
        written.ReplaceLineEndings().Should().Be(text.ReplaceLineEndings(), $"{WriteAnew}=1 writes docs/conformance.md anew");
    }

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
