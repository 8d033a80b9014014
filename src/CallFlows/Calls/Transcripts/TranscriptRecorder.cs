using System.Collections.Immutable;
using CallFlows.Durable;

namespace CallFlows.Calls.Transcripts;

/// <summary>Writes the transcript of one call.</summary>
/// <param name="context">The execution.</param>
/// <param name="observers">Who sees it grow.</param>
/// <param name="call">Which call it is, with the lines that are written already.</param>
internal sealed class TranscriptRecorder(OrchestrationContext context, IReadOnlyList<ICallTranscriptObserver> observers, CallTranscript call)
{
    // Immutable, because observers keep what they are given and read it on other threads.
    private ImmutableList<CallTranscriptEntry> _entries = [.. call.Entries];
    private CallEnd? _end = call.End;

    /// <summary>Which call it is.</summary>
    public CallTranscript Call => call;

    public CallTranscript Transcript => call with { Entries = _entries, End = _end };

    public void Flow(TranscriptKind kind, string text) => Add(kind, "flow", text);

    public void OtherParty(TranscriptKind kind, string text) =>
        Add(kind, SpeakerOfOtherParty, text);

    private string SpeakerOfOtherParty => call.Direction switch
    {
        CallDirection.Inbound => "caller",
        CallDirection.Outbound => "callee",
        _ => "others",
    };

    public void Service(TranscriptKind kind, string text) => Add(kind, "service", text);

    public void Ended(CallEnd end)
    {
        _end = end;
        switch (end.Reason)
        {
            case CallEndReason.RemoteHungUp: OtherParty(TranscriptKind.Ended, "hangs up"); break;
            case CallEndReason.HungUp: Flow(TranscriptKind.Ended, "hangs up"); break;
            default: Service(TranscriptKind.Ended, $"call over: {end}"); break;
        }
    }

    private void Add(TranscriptKind kind, string speaker, string text)
    {
        CallTranscriptEntry entry = new(context.CurrentUtcDateTime, kind, speaker, text);
        _entries = _entries.Add(entry);
        if (context.IsReplaying)
        {
            return;
        }

        foreach (ICallTranscriptObserver observer in observers)
        {
            observer.OnEntry(context.InstanceId, context.Name, Transcript, entry);
        }
    }
}
