using CallFlows.Calls.Transcripts;

namespace CallFlows.AspNetCore.Transcripts;

/// <summary>The transcripts of one flow's calls up to now.</summary>
/// <param name="InstanceId">The flow's orchestration.</param>
/// <param name="Flow">The flow's name.</param>
/// <param name="Calls">Its calls, in the order they were begun.</param>
/// <param name="DroppedLines">How many of the oldest lines are no longer kept.</param>
public sealed record FlowTranscript(string InstanceId, string Flow, IReadOnlyList<CallTranscript> Calls, int DroppedLines = 0);
