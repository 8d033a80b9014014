using CallFlows.Durable;
using CallFlows.Flows;

namespace CallFlows.AspNetCore.Management;

/// <summary>One flow as the management endpoints show it. Its input is left out: it holds what can answer the call.</summary>
internal sealed record InstanceView
{
    public required string Id { get; init; }

    public required string Flow { get; init; }

    public required int Version { get; init; }

    public required OrchestrationStatus Status { get; init; }

    /// <summary>How it ended, in words; null while it goes on.</summary>
    public string? Outcome { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastUpdatedAt { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    /// <summary>The lines of the author's code that wait for something, oldest first; null when it has ended.</summary>
    public Payload? CustomStatus { get; init; }

    public Payload? Output { get; init; }

    public FailureDetails? Failure { get; init; }

    public static InstanceView Summary(OrchestrationState state) => new()
    {
        Id = state.InstanceId,
        Flow = state.Name,
        Version = state.Version,
        Status = state.Status,
        Outcome = OutcomeOf(state),
        CreatedAt = state.CreatedAt,
        LastUpdatedAt = state.LastUpdatedAt,
        Tags = state.Tags,
        CustomStatus = state.IsFinished ? null : OrNothing(state.CustomStatus),
    };

    public static InstanceView Details(OrchestrationState state) =>
        Summary(state) with { Output = OrNothing(state.Output), Failure = state.Failure };

    private static string? OutcomeOf(OrchestrationState state) => state.Status switch
    {
        OrchestrationStatus.Completed => state.Output.To<FlowOutput>()?.Outcome,
        OrchestrationStatus.Failed => $"failed: {state.Failure?.Message}",
        OrchestrationStatus.Terminated => TerminationNote.ReasonIn(state.Output) is { } reason ? $"ended by an operator: {reason}" : "ended by an operator",
        _ => null,
    };

    private static Payload? OrNothing(Payload payload) => payload.IsNull ? null : payload;
}
