using System.Text.Json;

namespace CallFlows.Protocol.Callbacks;

/// <summary>One CloudEvent posted to a callback URI. What is read is written again unchanged: the data and the text of the time are kept as they came.</summary>
public sealed record CallbackEvent : WireModel
{
    /// <summary>Names the event; a repeated delivery has the same id.</summary>
    public string? Id { get; init; }

    /// <summary>See <see cref="CallbackSources"/>.</summary>
    public string? Source { get; init; }

    /// <summary>One of <see cref="CallbackEventTypes"/>, or one that isn't known here.</summary>
    public string? Type { get; init; }

    /// <summary>The data as JSON; read it with <see cref="ReadData"/>.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>When it happened, as text; see <see cref="CallbackTime"/>.</summary>
    public string? Time { get; init; }

    /// <summary>Version of CloudEvents, <c>1.0</c>.</summary>
    public string? Specversion { get; init; }

    /// <summary>Always <c>application/json</c>.</summary>
    public string? Datacontenttype { get; init; }

    /// <summary>Same as <see cref="Source"/>.</summary>
    public string? Subject { get; init; }

    /// <summary>Makes an event as the service does; type and <see cref="CallbackData.PublicEventType"/> follow from the data.</summary>
    /// <param name="id">Names the event.</param>
    /// <param name="source">Source and subject, see <see cref="CallbackSources"/>.</param>
    /// <param name="time">When it happened.</param>
    /// <param name="data">Data of one of the known event types.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException">The data isn't that of a known event type.</exception>
    public static CallbackEvent Create(string id, string source, DateTimeOffset time, CallbackData data)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentNullException.ThrowIfNull(data);
        string type = CallbackDataTypes.EventTypeOf(data.GetType())
            ?? throw new ArgumentException($"{data.GetType().Name} isn't the data of a known event type.", nameof(data));
        return new()
        {
            Id = id,
            Source = source,
            Type = type,
            Data = JsonSerializer.SerializeToElement(data with { PublicEventType = type }, data.GetType(), ProtocolJson.Options),
            Time = CallbackTime.Format(time),
            Specversion = "1.0",
            Datacontenttype = "application/json",
            Subject = source,
        };
    }

    /// <summary>The data as the model of its type; <see cref="UnknownCallbackData"/> for a type that isn't known here.</summary>
    /// <returns>The typed data.</returns>
    /// <exception cref="JsonException">The data is absent, isn't an object, or a property has the wrong type.</exception>
    public CallbackData ReadData()
    {
        if (Data is not { ValueKind: JsonValueKind.Object } data)
            throw new JsonException($"The data of {Type} must be an object, found {Data?.ValueKind.ToString() ?? "nothing"}.");
        Type model = CallbackDataTypes.DataTypeOf(Type ?? "") ?? typeof(UnknownCallbackData);
        return (CallbackData)data.Deserialize(model, ProtocolJson.Options)!;
    }
}
