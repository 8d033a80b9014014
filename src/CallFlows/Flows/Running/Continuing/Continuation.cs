using System.Text.Json;
using System.Text.Json.Serialization;
using CallFlows.Durable;

namespace CallFlows.Flows.Running.Continuing;

/// <summary>
/// What one execution of a flow leaves to the next when it continues as new: everything it knows that the service and the outside rely on,
/// whatever the author hands on. It is the input of the next execution.
/// </summary>
internal sealed record Continuation
{
    private const string Mark = "$continuation";

    /// <summary>What the author hands on.</summary>
    public required Payload Input { get; init; }

    /// <summary>How many actions were numbered: their numbers make operation contexts and repeatability ids, which must not come again.</summary>
    public required long Actions { get; init; }

    /// <summary>How many calls were begun.</summary>
    public required int CallsBegun { get; init; }

    /// <summary>The calls that go on, and the latest of those that are over.</summary>
    public required IReadOnlyList<CarriedCall> Calls { get; init; }

    /// <summary>Signals that nobody has taken, in the order they came.</summary>
    public required IReadOnlyList<CarriedSignal> Signals { get; init; }

    /// <summary>The ids of the latest events, oldest first: the service repeats them.</summary>
    public required IReadOnlyList<string> EventIds { get; init; }

    /// <summary>As the input of an orchestration, told from an author's by its one property.</summary>
    public Payload ToInput() => Payload.From(new Marked(this));

    /// <summary>What such an input is read as.</summary>
    public static Type InputType => typeof(Marked);

    /// <summary>Whether an input is one.</summary>
    public static bool IsIn(Payload input)
    {
        Utf8JsonReader reader = new(input.Utf8.Span);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject
            && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(Mark);
    }

    /// <summary>What an execution continues; null when it is the first.</summary>
    public static Continuation? From(Payload input) => IsIn(input) ? input.To<Marked>()?.Continuation : null;

    private sealed record Marked([property: JsonPropertyName(Mark)] Continuation Continuation);
}
