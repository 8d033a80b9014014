using System.Text.Json.Serialization;

namespace CallFlows.Flows;

/// <summary>Where a flow is now: the custom status of its orchestration.</summary>
/// <param name="Waiting">The lines of the author's code that wait for something, oldest first.</param>
public sealed record FlowStatus(IReadOnlyList<StepStatus> Waiting)
{
    /// <summary>How many more lines wait than are told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int More { get; init; }
}
