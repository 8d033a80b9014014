using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using CallFlows.Durable;
using CallFlows.Engine.Redaction;

namespace CallFlows.Engine.History.Format;

/// <summary>Reads history files.</summary>
internal static class HistoryFileReader
{
    public static RecordedHistory Read(ReadOnlyMemory<byte> utf8, string name)
    {
        RefuseOthers(utf8, name);
        HistoryFileBody body = Parse(utf8, name);
        RecordedHistory history = new()
        {
            Flow = body.Flow,
            Version = body.Version,
            Status = body.Status,
            InstanceId = body.InstanceId,
            Execution = body.Execution,
            CreatedAt = body.CreatedAt,
            Events = [.. body.Events.Select(EventOf)],
        };
        return HistoryFileCheck.FindFault(body) is { } fault ? throw Damaged(name, fault) : history;
    }

    /// <summary>First of all: what a later version wrote would only seem damaged.</summary>
    private static void RefuseOthers(ReadOnlyMemory<byte> utf8, string name)
    {
        try
        {
            Header? header = JsonSerializer.Deserialize<Header>(utf8.Span, Lenient);
            if (header?.Format != HistoryFileBody.FormatName)
            {
                throw new HistoryFileException($"{name} is no history file: it does not say \"format\": \"{HistoryFileBody.FormatName}\". Move it elsewhere.");
            }

            if (header.FormatVersion is < 1 or > HistoryFile.FormatVersion)
            {
                throw new HistoryFileException(
                    $"{name} has format version {header.FormatVersion}; this version of CallFlows reads {HistoryFile.FormatVersion}. Read it with the one that wrote it, or a later one.");
            }
        }
        catch (JsonException problem)
        {
            throw Damaged(name, At(problem), problem);
        }
    }

    private static HistoryFileBody Parse(ReadOnlyMemory<byte> utf8, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<HistoryFileBody>(utf8.Span, HistoryFileBody.Options)!;
        }
        catch (JsonException problem)
        {
            throw Damaged(name, At(problem), problem);
        }
    }

    private static HistoryEvent EventOf(HistoryFileEvent written) => new()
    {
        Type = written.Type,
        Time = written.Time,
        TaskId = written.TaskId,
        Name = written.Name,
        Source = written.Source,
        Attempt = written.Attempt,
        ExecutionId = written.ExecutionId,
        FireAt = written.FireAt,
        ChildInstanceId = written.ChildInstanceId,
        EventId = written.EventId,
        EarlierEventIds = written.EarlierEventIds ?? [],
        Reason = written.Reason,
        Failure = written.Failure,
        Payload = written.Payload is { } payload ? PayloadOf(payload) : Payload.Null,
    };

    /// <summary>On one line, as code writes it.</summary>
    private static Payload PayloadOf(JsonElement written)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, PayloadMask.WriteOptions))
        {
            written.WriteTo(writer);
        }

        return new Payload(buffer.WrittenMemory);
    }

    private static string At(JsonException problem) =>
        $"line {problem.LineNumber + 1}{(problem.Path is { Length: > 1 } path ? $", {path}" : "")}: {problem.Message.Split(" Path:")[0].TrimEnd('.')}";

    private static HistoryFileException Damaged(string name, string fault, Exception? problem = null) =>
        new($"{name} is damaged at {fault}. History files are not written by hand: bring back the file as it was exported, or export the call again.", problem);

    private static readonly JsonSerializerOptions Lenient = new(HistoryFileBody.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    private sealed record Header(string? Format = null, int FormatVersion = 0);
}
