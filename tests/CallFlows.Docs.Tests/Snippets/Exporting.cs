using CallFlows.Engine;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>How a program exports a history itself.</summary>
public static class Exporting
{
    /// <summary>Writes the history of one call to a file.</summary>
    public static async Task ExportAsync(OrchestrationEngine engine, string instanceId, string path)
    {
        HistoryRedaction redaction = new HistoryRedaction().Keep("FindOrder", "$.status");
        if (await engine.ExportAsync(instanceId, redaction) is { } history)
        {
            await File.WriteAllBytesAsync(path, HistoryFile.Write(history));
        }
    }
}
