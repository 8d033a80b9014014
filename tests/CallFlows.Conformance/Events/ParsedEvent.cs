using System.Text.Json;

namespace CallFlows.Conformance.Events;

/// <summary>What the official parser made of a callback: the event, or what it threw.</summary>
internal sealed record ParsedEvent(JsonElement? Event, string? Problem);
