using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallFlows.Durable;
using CallFlows.Engine.Tests.Embedded;

namespace CallFlows.Engine.Tests.Replaying;

/// <summary>Whatever payloads hold: no phone number and no user of theirs stands in what is exported, and what was equal is equal still.</summary>
public sealed class RedactionPropertyTests : EmbeddedEngineTest
{
    private static readonly string[] Phones = ["+14255550123", "+4915112345678", "+442079460018", "+12005550100", "+861069445464"];

    private static readonly string[] Users =
    [
        "8:acs:3f0c2f9e-5a53-4d5e-8a3c-6d3f6c8e0a11_00000024-7a1f-4b52-9f0e-2c6d9ab14c77",
        "8:orgid:0d4a1d2c-95c7-4d35-8f6e-1b0b4a3a9f42",
        "8:teamsvisitor:b7a9c6e14f2d4c7e9a5b3d1f",
        "28:orgid:6c1b2f7a-3e4d-4b9c-8f1a-5d7e9c0b2a36",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    /// <summary>A payload of any shape, with people in its values, its texts and its names.</summary>
    private static JsonNode? Make(Random random, int depth) => random.Next(depth > 3 ? 7 : 9) switch
    {
        0 => JsonValue.Create(Phones[random.Next(Phones.Length)]),
        1 => JsonValue.Create($"4:{Phones[random.Next(Phones.Length)]}"),
        2 => JsonValue.Create(Users[random.Next(Users.Length)]),
        3 => JsonValue.Create($"Call {Phones[random.Next(Phones.Length)]} or {Users[random.Next(Users.Length)]}, please."),
        4 => JsonValue.Create(long.Parse(Phones[random.Next(Phones.Length)].AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)),
        5 => JsonValue.Create(random.Next(1000)),
        6 => null,
        7 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Make(random, depth + 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(5)).Select(i => KeyValuePair.Create(NameOf(random, i), Make(random, depth + 1)))),
    };

    private static string NameOf(Random random, int i) => random.Next(3) switch
    {
        0 => $"{Phones[random.Next(Phones.Length)]} {i}",
        1 => $"name{i}",
        _ => $"at {Users[random.Next(Users.Length)]} {i}",
    };

    /// <summary>Writes everything it is told into what it decides, and asks for everything twice.</summary>
    private static async Task<object?> EchoAsync(OrchestrationContext context)
    {
        Payload told = await context.CallActivityAsync("ask", context.Input);
        Payload again = await context.CallActivityAsync("ask", told);
        Payload come = await context.WaitForExternalEventAsync("come");
        await context.CallActivityAsync("ask", come);
        return told == again && come == told ? "same" : throw new FormatException($"{told} is not {again} or {come}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Export_OfAnyPayloads_HoldsNobodyAndKeepsWhatWasEqual(int seed)
    {
        Random random = new(seed);
        JsonNode answer = new JsonObject { ["people"] = new JsonArray([.. Enumerable.Range(0, 12).Select(_ => Make(random, 0))]) };
        Orchestrator("flow", EchoAsync);
        Registry.AddActivity("ask", (_, _) => Task.FromResult(Payload.From(answer)));
        await StartEngineAsync();
        JsonNode input = new JsonObject { ["input"] = Make(random, 0) };
        await StartFlowAsync(input, id: "one");
        await RaiseAsync("come", answer);
        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Completed);

        RecordedHistory history = (await Engine.Engine.ExportAsync("one"))!;

        string text = Encoding.UTF8.GetString(HistoryFile.Write(history));
        string original = $"{input.ToJsonString(DurableJson.Options)} {answer.ToJsonString(DurableJson.Options)}";
        IEnumerable<string> people = Phones.Select(phone => phone[1..]).Concat(Users.SelectMany(user => user.Split(':')[^1].Split('_')));
        foreach (string personal in people.Where(person => original.Contains(person, StringComparison.Ordinal)))
        {
            text.Should().NotContain(personal);
        }

        HistoryReplay.FindDeparture(history, Registry).Should().BeNull("two answers that were equal are equal still, or the flow would have thrown");
        history.Events[^4].Payload.Should().Be(history.Events[^3].Payload, "what the flow writes is what it was told");
        ExpectConsistent(Payload.From(answer).To<JsonElement>(), history.Events.First(e => e.Type == HistoryEventType.ActivityCompleted).Payload.To<JsonElement>());
    }

    /// <summary>Equal values have equal pseudonyms, different ones different ones.</summary>
    private static void ExpectConsistent(JsonElement original, JsonElement redacted)
    {
        (string Original, string Redacted)[] values = [.. TextsOf(original).Zip(TextsOf(redacted))];
        values.Should().HaveCount(TextsOf(redacted).Count());
        values.Distinct().Select(value => value.Original).Should().OnlyHaveUniqueItems();
        values.Distinct().Select(value => value.Redacted).Should().OnlyHaveUniqueItems();
    }

    private static IEnumerable<string> TextsOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => TextsOf(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsOf),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
