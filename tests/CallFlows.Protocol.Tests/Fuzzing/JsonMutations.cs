using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.Protocol.Tests.Fuzzing;

/// <summary>JSON that somebody got wrong: other types in a body that was right, bodies of anything, and text that is no JSON.</summary>
internal static class JsonMutations
{
    private const string Hole = "\"@hole@\"";

    private static readonly Gen<string> Leaves = Gen.Elements(
        "null", "true", "0", "-1", "1", "300", "2147483648", "1e308", "1e999", "-0.5", "\"\"", "\" \"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"",
        "\"+15551230001\"", "\"+1\"", "\"4:\"", "\"8:acs:a_b\"", "\"one\"", "\"https://app.example/\"", "\"http://127.0.0.1:99999/\"", "\"file:///etc\"",
        "\"2026-01-02T03:04:05Z\"", "\"00:00:01\"", "\"99999999.00:00:00\"", "\"answer\"", "\"*\"", "[]", "{}", "[null]", "{\"\":null}", "[[],{}]");

    private static readonly Gen<string> Big =
        from size in Gen.Elements(300, 4_001, 70_000, 600_000)
        from character in Gen.Elements("a", "1", "*", ".", "é", "\\u0001")
        select $"\"{string.Concat(Enumerable.Repeat(character, Math.Min(size, 700_000 / character.Length)))}\"";

    private static readonly Gen<string> Deep =
        from depth in Gen.Elements(15, 31, 33, 65, 3_000)
        from list in Gen.Elements(true, false)
        select list
            ? new string('[', depth) + new string(']', depth)
            : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    private static readonly Gen<string> Wide =
        from count in Gen.Elements(20, 101, 400, 2_000)
        from leaf in Leaves
        select $"[{string.Join(',', Enumerable.Repeat(leaf, count))}]";

    private static readonly Gen<string> Values = Gen.Frequency((12, Leaves), (2, Big), (2, Deep), (2, Wide));

    /// <summary>A body made from one that is right.</summary>
    public static Gen<string> Of(string body) => Gen.Frequency(
        (10, Replaced(body)), (2, Values), (3, Cut(body)), (1, Gen.Constant("")), (1, Gen.Constant(body)));

    // One value, anywhere in the body, becomes another.
    private static Gen<string> Replaced(string body)
    {
        int count = Places(JsonNode.Parse(body)!).Count();
        return from place in Gen.Choose(0, count - 1)
               from value in Values
               from again in Gen.Choose(0, count - 1)
               from other in Leaves
               from twice in Gen.Elements(true, false)
               let once = Put(body, place, value)
               select twice ? TryPut(once, again, other) : once;
    }

    private static Gen<string> Cut(string body) =>
        from at in Gen.Choose(0, body.Length)
        from length in Gen.Choose(0, 30)
        from insert in Gen.Elements("", "null", "{}", "\"", "-1", "\u0000", "[[[[", "//", ",", "\ufeff", "}")
        select body[..at] + insert + body[Math.Min(at + length, body.Length)..];

    private static string TryPut(string body, int place, string value)
    {
        try
        {
            return Put(body, place, value);
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or InvalidOperationException or ArgumentException)
        {
            // What was put in before is no JSON: that will do.
            return body;
        }
    }

    private static string Put(string body, int place, string value)
    {
        JsonNode root = JsonNode.Parse(body)!;
        Action<JsonNode>[] places = [.. Places(root)];
        places[place % places.Length](JsonValue.Create("@hole@")!);
        return root.ToJsonString().Replace(Hole, value, StringComparison.Ordinal);
    }

    private static IEnumerable<Action<JsonNode>> Places(JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? member) in members.ToArray())
                {
                    yield return value => members[name] = value;
                    foreach (Action<JsonNode> place in member is null ? [] : Places(member))
                        yield return place;
                }

                break;
            case JsonArray items:
                for (int i = 0; i < items.Count; i++)
                {
                    int index = i;
                    yield return value => items[index] = value;
                    foreach (Action<JsonNode> place in items[i] is { } item ? Places(item) : [])
                        yield return place;
                }

                break;
        }
    }
}
