using System.Text.Json;
using CallFlows.Durable;

namespace CallFlows.Engine.History.Format;

/// <summary>One event in a history file. What has no meaning for its type is left out.</summary>
internal sealed record HistoryFileEvent
{
    /// <summary>Its place in the history, from 1.</summary>
    public required int Number { get; init; }

    public required HistoryEventType Type { get; init; }

    public required DateTimeOffset Time { get; init; }

    public int? TaskId { get; init; }

    public string? Name { get; init; }

    public string? Source { get; init; }

    public int? Attempt { get; init; }

    public string? ExecutionId { get; init; }

    public DateTimeOffset? FireAt { get; init; }

    public string? ChildInstanceId { get; init; }

    public string? EventId { get; init; }

    public IReadOnlyList<string>? EarlierEventIds { get; init; }

    public string? Reason { get; init; }

    public FailureDetails? Failure { get; init; }

    public JsonElement? Payload { get; init; }
}
