using System.Text.Json;
using CallFlows.CallAutomation.Mapping;
using CallFlows.Protocol;
using CallFlows.Protocol.Callbacks;

namespace CallFlows.CallAutomation.Callbacks;

/// <summary>Reads bodies posted to a callback address: an array of CloudEvents, or a single one.</summary>
public sealed class CallbackParser
{
    /// <summary>Longest body that is read, in bytes: 1 MiB. A list of 350 participants takes about 100 KiB.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>Most events in one body. The service sends one.</summary>
    public const int MaxEvents = 100;

    private const string WrongType = "it has the wrong type, or is absent.";

    /// <summary>Reads a body from the network.</summary>
    /// <param name="body">The body.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The events in order, at least one.</returns>
    /// <exception cref="CallbackFormatException">The body is too long, isn't JSON or isn't CloudEvents.</exception>
    public async Task<IReadOnlyList<ReceivedCallback>> ParseAsync(Stream body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        ReadOnlyMemory<byte>? bytes = await BoundedReader.ReadAsync(body, MaxBytes, cancellationToken).ConfigureAwait(false);
        return Parse(bytes ?? throw TooLong());
    }

    /// <summary>Reads a body.</summary>
    /// <param name="body">UTF-8 JSON.</param>
    /// <returns>The events in order, at least one.</returns>
    /// <exception cref="CallbackFormatException">The body is too long, isn't JSON or isn't CloudEvents.</exception>
    public IReadOnlyList<ReceivedCallback> Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Length > MaxBytes)
            throw TooLong();
        using JsonDocument document = ReadJson(body);
        JsonElement root = document.RootElement;
        if (root.ValueKind is JsonValueKind.Object)
            return [ReadEvent(root, "$")];
        if (root.ValueKind is not JsonValueKind.Array)
            throw new CallbackFormatException("$", $"expected an array of CloudEvents or one CloudEvent, found {root.ValueKind}.");
        int count = root.GetArrayLength();
        if (count is 0 or > MaxEvents)
            throw new CallbackFormatException("$", $"expected 1 to {MaxEvents} events, found {count}.");
        List<ReceivedCallback> events = new(count);
        foreach (JsonElement element in root.EnumerateArray())
            events.Add(ReadEvent(element, $"$[{events.Count}]"));
        return events;
    }

    private static CallbackFormatException TooLong() => new("$", $"it is longer than {MaxBytes} bytes.");

    private static JsonDocument ReadJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = ProtocolJson.Options.MaxDepth });
        }
        catch (JsonException problem)
        {
            throw new CallbackFormatException($"line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}", "it isn't JSON.", problem);
        }
    }

    private static ReceivedCallback ReadEvent(JsonElement element, string location)
    {
        if (element.ValueKind is not JsonValueKind.Object)
            throw new CallbackFormatException(location, $"expected a CloudEvent, found {element.ValueKind}.");
        string id = Required(element, "id", location);
        string type = Required(element, "type", location);
        CallbackEvent callback = new()
        {
            Id = id,
            Type = type,
            Time = Text(element, "time", location),
            Data = element.TryGetProperty("data", out JsonElement json) ? json : null,
        };
        CallbackData data = ReadData(callback, location);
        try
        {
            return new(id, CallbackTime.TryParse(callback.Time, out DateTimeOffset time) ? time : null, CallEventMapping.ToEvent(type, callback, data));
        }
        catch (FormatException problem)
        {
            throw new CallbackFormatException($"{location}.data", problem.Message, problem);
        }
    }

    private static CallbackData ReadData(CallbackEvent callback, string location)
    {
        try
        {
            return callback.ReadData();
        }
        catch (JsonException problem)
        {
            string path = problem.Path is { Length: > 1 } inner ? inner[1..] : "";
            throw new CallbackFormatException($"{location}.data{path}", WrongType, problem);
        }
    }

    private static string Required(JsonElement element, string name, string location) =>
        Text(element, name, location) is { Length: > 0 } value ? value : throw new CallbackFormatException($"{location}.{name}", "a CloudEvent needs it.");

    private static string? Text(JsonElement element, string name, string location) =>
        !element.TryGetProperty(name, out JsonElement value) || value.ValueKind is JsonValueKind.Null
            ? null
            : ProtocolJson.TextOf(value) ?? throw new CallbackFormatException($"{location}.{name}", WrongType);
}
