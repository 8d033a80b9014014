using System.Runtime.InteropServices;
using System.Text.Json;
using Azure.Messaging;
using Azure.Messaging.EventGrid;
using CallFlows.Protocol;

namespace CallFlows.CallAutomation.EventGrid;

/// <summary>Reads deliveries of Event Grid: an array in its own schema, or CloudEvents 1.0, single or batched.</summary>
public sealed class EventGridParser
{
    /// <summary>Longest delivery that is read, in bytes: 1.5 MiB. Event Grid sends at most 1 MiB.</summary>
    public const int MaxBytes = 3 << 19;

    /// <summary>Most events in one delivery, as Event Grid has it.</summary>
    public const int MaxEvents = 5000;

    private const int MaxDepth = 32;

    /// <summary>Reads a delivery from the network.</summary>
    /// <param name="body">The body.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The events in order; those that can't be read are <see cref="InvalidEventItem"/>.</returns>
    /// <exception cref="EventGridFormatException">The delivery as a whole can't be read.</exception>
    public async Task<IReadOnlyList<EventGridItem>> ParseAsync(Stream body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        ReadOnlyMemory<byte>? bytes = await BoundedReader.ReadAsync(body, MaxBytes, cancellationToken).ConfigureAwait(false);
        return Parse(bytes ?? throw TooLong());
    }

    /// <summary>Reads a delivery.</summary>
    /// <param name="body">UTF-8 JSON.</param>
    /// <returns>The events in order; those that can't be read are <see cref="InvalidEventItem"/>.</returns>
    /// <exception cref="EventGridFormatException">The delivery as a whole can't be read.</exception>
    public IReadOnlyList<EventGridItem> Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Length > MaxBytes)
            throw TooLong();
        using JsonDocument document = ReadJson(body);
        JsonElement root = document.RootElement;
        if (root.ValueKind is JsonValueKind.Object)
            return [ReadEvent(root, 0)];
        if (root.ValueKind is not JsonValueKind.Array)
            throw new EventGridFormatException($"expected an array of events or one event, found {root.ValueKind}.");
        int count = root.GetArrayLength();
        if (count is 0 or > MaxEvents)
            throw new EventGridFormatException($"expected 1 to {MaxEvents} events, found {count}.");
        return [.. root.EnumerateArray().Select(ReadEvent)];
    }

    private static EventGridFormatException TooLong() => new($"it is longer than {MaxBytes} bytes.");

    private static JsonDocument ReadJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException problem)
        {
            throw new EventGridFormatException(
                $"it isn't JSON at line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}.", problem);
        }
    }

    private static EventGridItem ReadEvent(JsonElement element, int index)
    {
        if (element.ValueKind is not JsonValueKind.Object)
            return new InvalidEventItem(new(index, null, null, null, null), $"Expected an event, found {element.ValueKind}.");
        BinaryData json = BinaryData.FromBytes(JsonMarshal.GetRawUtf8Value(element).ToArray());
        try
        {
            return element.TryGetProperty("specversion", out _) ? ReadCloudEvent(json, index) : ReadEventGridEvent(json, index);
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or FormatException or InvalidOperationException)
        {
            // The package's parsers throw these for a missing or wrong envelope property.
            EventGridEnvelope envelope = new(index, Text(element, "id"), Text(element, "type") ?? Text(element, "eventType"), Text(element, "subject"), null);
            return new InvalidEventItem(envelope, $"Its envelope lacks a property, or has one of the wrong type ({problem.GetType().Name}).");
        }
    }

    private static EventGridItem ReadCloudEvent(BinaryData json, int index)
    {
        CloudEvent cloudEvent = CloudEvent.Parse(json) ?? throw new FormatException("It is null.");
        EventGridEnvelope envelope = new(index, cloudEvent.Id, cloudEvent.Type, cloudEvent.Subject, cloudEvent.Time);
        return EventGridItems.Create(
            envelope, cloudEvent.Data, IsForThePackage(cloudEvent.Type) && cloudEvent.TryGetSystemEventData(out object data) ? data : null);
    }

    private static EventGridItem ReadEventGridEvent(BinaryData json, int index)
    {
        EventGridEvent eventGridEvent = EventGridEvent.Parse(json);
        EventGridEnvelope envelope = new(index, eventGridEvent.Id, eventGridEvent.EventType, eventGridEvent.Subject, eventGridEvent.EventTime);
        return EventGridItems.Create(
            envelope, eventGridEvent.Data, IsForThePackage(eventGridEvent.EventType) && eventGridEvent.TryGetSystemEventData(out object data) ? data : null);
    }

    // Events of calls are read by models of our own, which also take what only samples of the service show.
    private static bool IsForThePackage(string? type) => type?.StartsWith("Microsoft.EventGrid.", StringComparison.Ordinal) ?? false;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? ProtocolJson.TextOf(value) : null;
}
