using System.Text.Json;
using CallFlows.Conformance.Running;
using CallFlows.Protocol;
using CallFlows.Protocol.Callbacks;

namespace CallFlows.Conformance.Events;

/// <summary>The official parser reads every type of callback as our protocol writes it, also those that the emulator has no cause for.</summary>
public sealed class OfficialParserTests
{
    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    private static readonly CallbackEvent[] Written = [.. Directory.GetFiles(Fixtures, "*.events.jsonl").Order(StringComparer.Ordinal)
        .SelectMany(File.ReadLines)
        .Where(line => line.StartsWith('['))
        .SelectMany(line => JsonSerializer.Deserialize<CallbackEvent[]>(line, ProtocolJson.Options)!)
        .Where(callback => CallbackDataTypes.DataTypeOf(callback.Type!) is not null)
        .Select(callback => CallbackEvent.Create(callback.Id!, callback.Source!, DateTimeOffset.UnixEpoch, callback.ReadData()))];

    private static readonly Lazy<Task<IReadOnlyList<ParsedEvent>>> Parsed = new(ParseAsync);

    public static TheoryData<string> EventTypes => [.. CallbackDataTypes.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(EventTypes))]
    public async Task OfficialParser_CallbackOfOurs_ReadsAllThatWeWrote(string eventType)
    {
        (CallbackEvent Written, ParsedEvent Parsed)[] pairs = [.. Written.Zip(await Parsed.Value).Where(pair => pair.First.Type == eventType)];

        pairs.Should().NotBeEmpty("the fixtures have every type");
        foreach ((CallbackEvent written, ParsedEvent parsed) in pairs)
        {
            parsed.Problem.Should().BeNull();
            (CallbackEventTypes.Prefix + parsed.Event!.Value.GetProperty("kind").GetString()).Should().Be(eventType);
            foreach (JsonProperty property in written.Data!.Value.EnumerateObject())
            {
                parsed.Event.Value.TryGetProperty(property.Name, out JsonElement value).Should().BeTrue($"{property.Name} was written");
                // Who takes part is turned into the client's own model.
                if (!property.Name.StartsWith("participant", StringComparison.Ordinal))
                    JsonElement.DeepEquals(value, property.Value).Should().BeTrue($"{property.Name} is {value}, and {property.Value} was written");
            }
        }
    }

    private static async Task<IReadOnlyList<ParsedEvent>> ParseAsync()
    {
        string[] bodies = [.. Written.Select(callback => JsonSerializer.Serialize(new[] { callback }, ProtocolJson.Options))];
        return (await NodeProgram.RunAsync("parse-events.mjs", bodies)).Read<ParsedEvent>();
    }
}
