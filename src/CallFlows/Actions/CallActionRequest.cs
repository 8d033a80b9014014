using System.Text.Json.Serialization;
using CallFlows.Flows;

namespace CallFlows.Actions;

/// <summary>One action of one orchestration, ready to be executed: the input of the activity that does it.</summary>
/// <param name="InstanceId">The orchestration; callbacks are addressed to it.</param>
/// <param name="CallConnectionId">The call the action is about; null for answer, reject, redirect, create and connect.</param>
/// <param name="Action">What to do.</param>
/// <param name="OperationContext">What the service repeats in the callback that ends this action.</param>
/// <param name="RepeatabilityRequestId">The same for every execution of this action, so that the service does it once.</param>
/// <param name="RepeatabilityFirstSent">When the orchestration decided on the action, in UTC.</param>
public sealed record CallActionRequest(
    string InstanceId,
    string? CallConnectionId,
    CallAction Action,
    string OperationContext,
    Guid RepeatabilityRequestId,
    DateTimeOffset RepeatabilityFirstSent)
{
    /// <summary>Which callbacks the flow has use for: a host may put it into the callback address, where it finds it again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CallEventInterest Interest { get; init; }
}
