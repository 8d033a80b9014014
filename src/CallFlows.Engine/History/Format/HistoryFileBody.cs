using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CallFlows.Durable;

namespace CallFlows.Engine.History.Format;

/// <summary>A history file, as its JSON is.</summary>
internal sealed record HistoryFileBody
{
    public const string FormatName = "callflows-history";

    public static readonly JsonSerializerOptions Options = new(DurableJson.Options)
    {
        WriteIndented = true,
        NewLine = "\n",

        // Payloads are up to 256 levels deep, and lie inside an event.
        MaxDepth = 264,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required string Format { get; init; }

    public required int FormatVersion { get; init; }

    public required string Flow { get; init; }

    public required int Version { get; init; }

    public required OrchestrationStatus Status { get; init; }

    public required string InstanceId { get; init; }

    public int Execution { get; init; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required IReadOnlyList<HistoryFileEvent> Events { get; init; }
}
