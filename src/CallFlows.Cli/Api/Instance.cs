using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallFlows.Cli.Api;

/// <summary>One flow, as a host shows it.</summary>
internal sealed record Instance
{
    /// <summary>The status of a flow that failed, or was stopped because of its code.</summary>
    public const string Failed = "failed";

    public required string Id { get; init; }

    public required string Flow { get; init; }

    public int Version { get; init; } = 1;

    public required string Status { get; init; }

    public string? Outcome { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset LastUpdatedAt { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public JsonNode? CustomStatus { get; init; }

    public JsonNode? Output { get; init; }

    public Failure? Failure { get; init; }

    /// <summary>The lines of the flow that wait; none when it has ended, or when its status is not a flow's.</summary>
    public IReadOnlyList<WaitingStep> Waiting =>
        Outcome is null && (CustomStatus as JsonObject)?["waiting"] is JsonArray steps
            ? [.. steps.OfType<JsonObject>().Select(step => step.Deserialize<WaitingStep>(ManagementJson.Options)!)]
            : [];
}
