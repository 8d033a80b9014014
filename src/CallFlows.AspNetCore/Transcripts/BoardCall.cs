using CallFlows.Calls.Transcripts;

namespace CallFlows.AspNetCore.Transcripts;

/// <summary>One call on the board. Its lines are copies: the flow's own list grows while others read.</summary>
internal sealed class BoardCall(CallTranscript call)
{
    private readonly Queue<CallTranscriptEntry> _lines = new();
    private CallTranscript _call = call;
    private int _seen;

    public int Number => _call.Number;

    public int Count => _lines.Count;

    public int Dropped => _seen - _lines.Count;

    public CallTranscript Snapshot => _call with { Entries = [.. _lines] };

    /// <summary>Takes the lines not seen yet: one, or after a restart of the application all of them.</summary>
    public void Update(CallTranscript call)
    {
        _call = call with { Entries = [] };
        if (call.Entries.Count <= _seen)
        {
            // The flow began anew, or a turn was done again: what was seen is void.
            _lines.Clear();
            _seen = 0;
        }

        for (; _seen < call.Entries.Count; _seen++)
        {
            _lines.Enqueue(call.Entries[_seen]);
        }
    }

    public void DropOldest() => _lines.Dequeue();
}
