using CallFlows.Calls.Transcripts;

namespace ContosoLine.Emulation;

/// <summary>Shows calls as they go on. For development: transcripts are personal data.</summary>
internal sealed class TranscriptPrinter : ICallTranscriptObserver
{
    public void OnEntry(string instanceId, string flow, CallTranscript call, CallTranscriptEntry entry) =>
        Console.WriteLine($"{entry.Time:HH:mm:ss}  {call.From} -> {flow}  {entry.Speaker,-7} {entry.Text}");
}
