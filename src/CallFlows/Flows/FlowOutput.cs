using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Durable;

namespace CallFlows.Flows;

/// <summary>What a flow leaves behind: the output of its orchestration.</summary>
/// <param name="Ending">How it came to its end.</param>
/// <param name="Calls">The transcripts of its calls, in the order they were begun; of a flow that continued as new, the latest.</param>
/// <param name="Result">What its last line gave back; null when a call ended it.</param>
/// <param name="CallEnd">How the call ended that ended the flow; null when none did.</param>
public sealed record FlowOutput(FlowEnding Ending, IReadOnlyList<CallTranscript> Calls, Payload Result = default, CallEnd? CallEnd = null)
{
    /// <summary>The outcome in words, such as <c>completed</c> or <c>caller hung up</c>.</summary>
    public string Outcome => CallEnd?.Reason switch
    {
        null => "completed",
        CallEndReason.RemoteHungUp => "caller hung up",
        CallEndReason.HungUp => "flow hung up",
        CallEndReason.Transferred => "transferred",
        CallEndReason.NotEstablished => "not established",
        _ => "call lost",
    };
}
