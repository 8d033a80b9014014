using System.Text.Json;
using CallFlows.Durable;
using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore.Management;

/// <summary>What an operator says who ends a flow: a reason, or what it is to leave behind.</summary>
/// <param name="Reason">Why; becomes the flow's output.</param>
/// <param name="Output">The flow's output, any JSON.</param>
internal sealed record TerminationNote(string? Reason = null, Payload? Output = null)
{
    private const string ReasonProperty = "reason";

    /// <summary>Reads what the flow leaves behind.</summary>
    /// <exception cref="BadRequestException">The body is not such a note.</exception>
    public static async Task<Payload> ReadOutputAsync(ManagementRequest request)
    {
        TerminationNote? note = await request.ReadAsync<TerminationNote>("""{"reason":"…"} or {"output":…}""").ConfigureAwait(false);
        if (note is { Reason: not null, Output: not null })
        {
            throw new BadRequestException(
                StatusCodes.Status400BadRequest, "A flow that is terminated leaves one thing behind: give a reason or an output, not both.");
        }

        return OperatorNote.Checked(note?.Reason) is { } reason
            ? Payload.From(new Dictionary<string, string> { [ReasonProperty] = reason })
            : note?.Output ?? Payload.Null;
    }

    /// <summary>The reason a flow was terminated with, or null when it left something else behind.</summary>
    public static string? ReasonIn(Payload output)
    {
        using JsonDocument document = JsonDocument.Parse(output.Utf8, MaskedJson.ReadOptions);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty(ReasonProperty, out JsonElement reason) && reason.ValueKind == JsonValueKind.String
                ? reason.GetString()
                : null;
    }
}
