using System.Text.Json;

namespace CallFlows.Engine.History.Format;

/// <summary>Writes history files.</summary>
internal static class HistoryFileWriter
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    public static byte[] Write(RecordedHistory history)
    {
        HistoryFileBody body = new()
        {
            Format = HistoryFileBody.FormatName,
            FormatVersion = HistoryFile.FormatVersion,
            Flow = history.Flow,
            Version = history.Version,
            Status = history.Status,
            InstanceId = history.InstanceId,
            Execution = history.Execution,
            CreatedAt = history.CreatedAt,
            Events = [.. history.Events.Select(EventOf)],
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(body, HistoryFileBody.Options), (byte)'\n'];
    }

    private static HistoryFileEvent EventOf(HistoryEvent happened, int index) => new()
    {
        Number = index + 1,
        Type = happened.Type,
        Time = happened.Time,
        TaskId = happened.TaskId,
        Name = happened.Name,
        Source = happened.Source,
        Attempt = happened.Attempt,
        ExecutionId = happened.ExecutionId,
        FireAt = happened.FireAt,
        ChildInstanceId = happened.ChildInstanceId,
        EventId = happened.EventId,
        EarlierEventIds = happened.EarlierEventIds.Count > 0 ? happened.EarlierEventIds : null,
        Reason = happened.Reason,
        Failure = happened.Failure,
        Payload = happened.Payload.IsNull ? null : JsonElement.Parse(happened.Payload.Utf8.Span, Deep),
    };
}
