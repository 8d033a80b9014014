using CallFlows.Calls.Transcripts;

namespace CallFlows.AspNetCore.Transcripts;

/// <summary>The transcripts of one flow's calls up to now.</summary>
/// <param name="InstanceId">The flow's orchestration.</param>
/// <param name="Flow">The flow's name.</param>
/// <param name="Calls">Its calls, in the order they were begun.</param>
/// <param name="Note">Why nothing can be told of its calls; null when it can.</param>
internal sealed record FlowTranscript(string InstanceId, string Flow, IReadOnlyList<CallTranscript> Calls, string? Note = null);
