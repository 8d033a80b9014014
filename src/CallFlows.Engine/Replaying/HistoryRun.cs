using System.Text.Json;
using CallFlows.Durable;
using CallFlows.Engine.Execution;
using CallFlows.Engine.Store;
using CallFlows.Flows;

namespace CallFlows.Engine.Replaying;

/// <summary>One run of code over a recorded history.</summary>
/// <param name="Departure">Where they part; null when the code fits.</param>
/// <param name="Decisions">The decisions as the code made them.</param>
internal sealed record HistoryRun(HistoryDeparture? Departure, SameDecisions Decisions)
{
    // What an application lets through is not known here, and was checked when it happened.
    private static readonly EngineOptions Unbounded = new() { MaxPayloadBytes = int.MaxValue };

    public static HistoryRun Of(RecordedHistory history, OrchestratorRegistration registration)
    {
        InstanceRecord record = new()
        {
            Number = 0,
            InstanceId = history.InstanceId,
            Name = history.Flow,
            Version = history.Version,
            Generation = history.Execution,
            Turn = 0,
            Status = OrchestrationStatus.Running,
            CreatedAt = history.CreatedAt,
            LastUpdatedAt = history.CreatedAt,
            Input = history.Events[0].Payload,
        };
        SameDecisions decisions = new();
        StopReport? outside = null;
        LiveExecution execution = new(record, registration, Unbounded, report => Interlocked.CompareExchange(ref outside, report, null))
        {
            Judge = decisions,
        };

        // A termination is not told to the code: it just goes on no more.
        FailureDetails? stop = execution.Replay([.. history.Events.TakeWhile(happened => happened.Type != HistoryEventType.ExecutionTerminated)]);
        string? illegal = outside?.Failure.Message ?? (execution.Departure is null ? stop?.Message : null);
        HistoryDeparture? departure = illegal is not null ? new HistoryDeparture { Message = illegal.TrimEnd('.') }
            : execution.Departure is { } parted ? Describe(parted, history, execution.CustomStatus)
            : null;
        return new HistoryRun(departure, decisions);
    }

    private static HistoryDeparture Describe(Departure parted, RecordedHistory history, Payload status)
    {
        string? line = parted.CodeLine;
        string did;
        if (parted.Made is not { } made)
        {
            line = WaitingLine(status);
            did = line is null ? "the code does not make it" : $"the code waits at {line}";
        }
        else
        {
            string what = made.Type switch
            {
                HistoryEventType.ExecutionCompleted => "the code ends",
                HistoryEventType.ExecutionStarted => "the code continues as new",
                HistoryEventType.ExecutionFailed => $"the code fails with {made.Failure!.ErrorType.Split('.')[^1]} ({made.Failure.Message})",
                _ => $"the code makes {EventWords.Of(made)}",
            };

            // What the library does when a flow ends, with or without an error, goes by the flow's name.
            did = line is null ? what : line == history.Flow ? $"{what}, as it leaves the flow" : $"{what} at {line}";
        }

        string where = parted.Recorded is { } recorded
            ? $"event {parted.EventNumber} of the history is {EventWords.WithSource(recorded)}"
            : $"the history goes on waiting after its last event, {history.Events.Count}";
        return new HistoryDeparture
        {
            EventNumber = parted.EventNumber,
            Event = parted.Recorded is { } there ? EventWords.Of(there) : null,
            HistorySource = parted.Recorded?.Source,
            Made = parted.Made is { } decision ? EventWords.Of(decision) : null,
            CodeSource = line,
            Message = $"{where}, but {did}",
        };
    }

    /// <summary>The author's line that waits, as the flow has noted it; null for code that notes none.</summary>
    private static string? WaitingLine(Payload status)
    {
        try
        {
            return status.To<FlowStatus>() is { Waiting: [.., StepStatus last] } ? last.Source : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
