using CallFlows.Actions;

namespace CallFlows.Flows.Running;

/// <summary>What the activity that executes a call action returns. An error is an answer too: its data must survive the history.</summary>
internal sealed record CallActionReply(CallActionResult? Result, CallActionError? Error);
