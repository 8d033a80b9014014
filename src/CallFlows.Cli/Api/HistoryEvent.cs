using System.Text.Json.Nodes;

namespace CallFlows.Cli.Api;

/// <summary>One event of a history, as a host shows it.</summary>
internal sealed record HistoryEvent
{
    public int Number { get; init; }

    public DateTimeOffset Time { get; init; }

    public required string Type { get; init; }

    public int? TaskId { get; init; }

    public string? Name { get; init; }

    public string? About { get; init; }

    public string? Source { get; init; }

    public int? Attempt { get; init; }

    public string? ChildInstanceId { get; init; }

    public DateTimeOffset? FireAt { get; init; }

    public string? Reason { get; init; }

    public Failure? Failure { get; init; }

    public JsonNode? Payload { get; init; }

    public string? PayloadStart { get; init; }

    public int? PayloadBytes { get; init; }
}
