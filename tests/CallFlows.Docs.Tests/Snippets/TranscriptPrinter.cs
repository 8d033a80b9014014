using CallFlows.Calls.Transcripts;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>Prints lines as they are added.</summary>
public sealed class TranscriptPrinter : ICallTranscriptObserver
{
    /// <inheritdoc/>
    public void OnEntry(string instanceId, string flow, CallTranscript call, CallTranscriptEntry entry) =>
        Console.WriteLine($"{flow} {call.Number} {entry.Speaker}: {entry.Text}");
}
