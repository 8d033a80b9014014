namespace CallFlows.Calls.Transcripts;

/// <summary>Sees transcripts grow. What is written is shown once, not again when a history is replayed.</summary>
public interface ICallTranscriptObserver
{
    /// <summary>A line was added. Called on the flow's own turn: it must be quick and must not throw.</summary>
    /// <param name="instanceId">The orchestration.</param>
    /// <param name="flow">The flow's name.</param>
    /// <param name="call">The call the line belongs to, with its lines up to now.</param>
    /// <param name="entry">The new line.</param>
    void OnEntry(string instanceId, string flow, CallTranscript call, CallTranscriptEntry entry);
}
