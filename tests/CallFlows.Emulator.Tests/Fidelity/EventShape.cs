using System.Text.Json;
using System.Text.RegularExpressions;

namespace CallFlows.Emulator.Tests.Fidelity;

/// <summary>What can be told of incoming calls and callbacks without ids and times: their shapes, and each connection's story.</summary>
internal static partial class EventShape
{
    private const string OwnEnding = "200/7000 Call was ended by Azure Communication Service Call Automation API or a server bot. DiagCode: 0#7000.@";

    // The service gives the side that did not end a user-to-user call one or another of these.
    private static readonly HashSet<string> OtherEndings = new(StringComparer.Ordinal)
    {
        OwnEnding,
        "200/5001 This conversation has ended.. DiagCode: 0#5001.@",
        "200/5002 The conversation has ended. DiagCode: 0#5002.@",
    };

    /// <param name="events">Data of incoming calls (objects) and callbacks (arrays), in the order received.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<JsonElement> events)
    {
        JsonElement[] callbacks = events.Where(body => body.ValueKind == JsonValueKind.Array).Select(body => body[0]).ToArray();
        IEnumerable<string> incoming = events.Where(body => body.ValueKind == JsonValueKind.Object)
            .Select(data => "IncomingCall " + Shape.Of(data)).Distinct();
        List<JsonElement[]> connections = callbacks.GroupBy(ConnectionOf).Select(group => group.ToArray())
            .Where(group => !IsRemainder(group))
            .OrderByDescending(group => group.Length).ToList();
        IEnumerable<string> shapes = connections.SelectMany(group => group)
            .Select(callback => Name(callback) + " " + Shape.Of(callback)).Distinct().Order(StringComparer.Ordinal);
        JsonElement[]? ender = connections.Find(group => EndingOf(group) == OwnEnding);
        IEnumerable<string> stories = connections.Select(group => Story(group, group == ender)).Order(StringComparer.Ordinal);
        return [.. incoming, .. shapes, .. stories];
    }

    /// <summary>Whether a body tells a side that did not end the call that it has ended.</summary>
    public static bool IsOtherEnding(JsonElement body) =>
        body.ValueKind == JsonValueKind.Array && Name(body[0]) == "CallDisconnected" && ResultOf(body[0].GetProperty("data")) != OwnEnding;

    // A recording may begin with the late ending of the call before.
    private static bool IsRemainder(JsonElement[] callbacks) => callbacks is [var only] && Name(only) == "CallDisconnected";

    private static string Story(JsonElement[] callbacks, bool ender)
    {
        List<string> steps = callbacks.Select(callback => Step(callback, ender)).ToList();
        // The first list of participants comes before or after CallConnected, as it happens.
        int connected = steps.FindIndex(step => step.StartsWith("CallConnected", StringComparison.Ordinal));
        if (connected == 1 && steps[0].StartsWith("ParticipantsUpdated", StringComparison.Ordinal))
            (steps[0], steps[1]) = (steps[1], steps[0]);
        return "connection: " + string.Join(" > ", steps.Where((step, index) => index == 0 || step != steps[index - 1]));
    }

    private static string Step(JsonElement callback, bool ender)
    {
        JsonElement data = callback.GetProperty("data");
        string name = Name(callback);
        string context = data.TryGetProperty("operationContext", out _) ? "(context)" : "";
        if (data.TryGetProperty("participants", out JsonElement participants))
        {
            int held = participants.EnumerateArray().Count(participant => participant.GetProperty("isOnHold").GetBoolean());
            name += $"[{participants.GetArrayLength()}, {held} held]";
        }

        if (data.TryGetProperty("state", out JsonElement state))
            name += $"[{state.GetString()}]";

        string result = ResultOf(data);
        bool ofTheOther = name == "CallDisconnected" && !ender && OtherEndings.Contains(result);
        return $"{name}{context} {(ofTheOther ? "ended by the other side" : result)}";
    }

    private static string ConnectionOf(JsonElement callback) => callback.GetProperty("data").GetProperty("callConnectionId").GetString()!;

    private static string Name(JsonElement callback) =>
        callback.GetProperty("type").GetString()!["Microsoft.Communication.".Length..];

    private static string? EndingOf(JsonElement[] callbacks) =>
        Name(callbacks[^1]) == "CallDisconnected" ? ResultOf(callbacks[^1].GetProperty("data")) : null;

    private static string ResultOf(JsonElement data)
    {
        JsonElement result = data.GetProperty("resultInformation");
        string message = NamedParticipant().Replace(result.GetProperty("message").GetString()!, "for participant {rawId}. ");
        return $"{result.GetProperty("code")}/{result.GetProperty("subCode")} {message}".TrimEnd();
    }

    [GeneratedRegex(@"for participant \S+\. ")]
    private static partial Regex NamedParticipant();
}
