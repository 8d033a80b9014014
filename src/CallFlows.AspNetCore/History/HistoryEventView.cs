using CallFlows.Durable;
using CallFlows.Engine;

namespace CallFlows.AspNetCore.History;

/// <summary>One event of a history as the management endpoints show it.</summary>
internal sealed record HistoryEventView
{
    /// <summary>Its place in the history, from 1.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required HistoryEventType Type { get; init; }

    public int? TaskId { get; init; }

    public string? Name { get; init; }

    /// <summary>The action, callback or signal that it is about; null when about none.</summary>
    public string? About { get; init; }

    public string? Source { get; init; }

    public int? Attempt { get; init; }

    public string? EventId { get; init; }

    public string? ExecutionId { get; init; }

    public string? ChildInstanceId { get; init; }

    public DateTimeOffset? FireAt { get; init; }

    public string? Reason { get; init; }

    public FailureDetails? Failure { get; init; }

    /// <summary>The input, result or data; null when there is none, or when it is too long to be shown whole.</summary>
    public Payload? Payload { get; init; }

    /// <summary>How a payload begins that is too long.</summary>
    public string? PayloadStart { get; init; }

    /// <summary>How long a payload is that is too long, in bytes of JSON.</summary>
    public int? PayloadBytes { get; init; }

    public static HistoryEventView From(HistoryEvent happened, int number, PayloadWindow payloads)
    {
        (Payload? whole, string? start) = payloads.Show(happened.Payload);
        return new HistoryEventView
        {
            Number = number,
            Time = happened.Time,
            Type = happened.Type,
            TaskId = happened.TaskId,
            Name = happened.Name,
            About = PayloadSubject.Of(happened),
            Source = happened.Source,
            Attempt = happened.Attempt,
            EventId = happened.EventId,
            ExecutionId = happened.ExecutionId,
            ChildInstanceId = happened.ChildInstanceId,
            FireAt = happened.FireAt,
            Reason = happened.Reason,
            Failure = happened.Failure,
            Payload = whole,
            PayloadStart = start,
            PayloadBytes = start is null ? null : happened.Payload.Utf8.Length,
        };
    }
}
