using CallFlows.Calls.Transcripts;

namespace CallFlows.AspNetCore.Transcripts;

/// <summary>One flow on the board.</summary>
internal sealed class BoardFlow(string instanceId, string flow)
{
    private readonly List<BoardCall> _calls = [];

    public string InstanceId { get; } = instanceId;

    public int Lines { get; private set; }

    public FlowTranscript Snapshot => new(
        InstanceId, flow, [.. _calls.Select(call => call.Snapshot)], _calls.Sum(call => call.Dropped));

    public void Update(CallTranscript transcript, int maxLines)
    {
        BoardCall? call = _calls.Find(candidate => candidate.Number == transcript.Number);
        if (call is null)
        {
            call = new BoardCall(transcript);
            _calls.Add(call);
        }

        Lines -= call.Count;
        call.Update(transcript);
        Lines += call.Count;
        for (; Lines > maxLines; Lines--)
        {
            _calls.Find(candidate => candidate.Count > 0)!.DropOldest();
        }
    }
}
