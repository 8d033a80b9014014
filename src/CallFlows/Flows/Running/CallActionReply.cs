using System.Text.Json.Serialization;
using CallFlows.Actions;

namespace CallFlows.Flows.Running;

/// <summary>What the activity that executes a call action returns. An error is an answer too: its data must survive the history.</summary>
/// <param name="Result">What the service answered, or null.</param>
/// <param name="Error">What went wrong, or null.</param>
/// <param name="IsInDoubt">
/// Whether the action was not sent this time, because an earlier run that ended with its process may have sent it. Histories from before
/// there was this say nothing, which means no.
/// </param>
internal sealed record CallActionReply(
    CallActionResult? Result,
    CallActionError? Error,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsInDoubt = false)
{
    /// <summary>Whether only the events of the action can tell if it has happened.</summary>
    [JsonIgnore]
    public bool MayHaveHappened => IsInDoubt || Error is { MayHaveHappened: true };
}
