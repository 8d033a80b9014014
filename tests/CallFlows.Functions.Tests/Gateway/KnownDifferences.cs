using System.Text.Json.Nodes;

namespace CallFlows.Functions.Tests.Gateway;

/// <summary>
/// In what bodies of the official client differ from those of the REST gateway. Each is taken out of both, or put into the one that lacks it;
/// everything else must be the same.
/// </summary>
internal static class KnownDifferences
{
    /// <summary>A body of the official client, without what only it says.</summary>
    public static JsonNode? OfClient(JsonNode? body) => body is null ? null : Visit(body.DeepClone(), ClientObject);

    /// <summary>A body of the REST gateway, with what only the official client says.</summary>
    public static JsonNode? OfRest(JsonNode? body) => body is null ? null : Visit(body.DeepClone(), RestObject);

    private static void ClientObject(string name, JsonObject value) => WithoutEmptyContext(value);

    private static void RestObject(string name, JsonObject value)
    {
        WithoutEmptyContext(value);
        // The client leaves out an identifier's kind: the service infers it from the object beside it.
        if (value.ContainsKey("rawId"))
            value.Remove("kind");
        // The client says what is the service's default.
        if (value["phoneNumber"] is JsonObject phone)
            phone.TryAdd("isAnonymous", false);
        if (value.ContainsKey("playSources"))
            value.TryAdd("interruptCallMediaOperation", false);
        if (value.ContainsKey("recordingStateCallbackUri"))
            value.TryAdd("pauseOnStart", false);
        switch (name)
        {
            // It leaves out the cloud of a Teams application who calls; another one than the public one is not given to it.
            case "teamsAppSource":
                value.Remove("cloud");
                break;
            // It has a voice's gender for every text.
            case "text":
                value.TryAdd("voiceKind", "male");
                break;
            // It has times of its own where the action leaves them to the service.
            case "dtmfOptions":
                value.TryAdd("interToneTimeoutInSeconds", 2);
                break;
        }

        AddEndOfSpeech(value);
    }

    private static void AddEndOfSpeech(JsonObject recognition)
    {
        int? milliseconds = recognition["recognizeInputType"]?.GetValue<string>() switch
        {
            "speech" => 500,
            "speechOrDtmf" => 2000,
            _ => null,
        };
        if (milliseconds is not null)
            recognition["recognizeOptions"]!.AsObject().TryAdd("speechOptions", new JsonObject { ["endSilenceTimeoutInMs"] = milliseconds });
    }

    // The client sends a calling context also without headers.
    private static void WithoutEmptyContext(JsonObject value)
    {
        if (value["customCallingContext"] is not JsonObject context)
            return;
        foreach (string name in new[] { "sipHeaders", "voipHeaders" })
        {
            if (context[name] is JsonObject { Count: 0 })
                context.Remove(name);
        }

        if (context.Count == 0)
            value.Remove("customCallingContext");
    }

    private static JsonNode Visit(JsonNode node, Action<string, JsonObject> change, string name = "")
    {
        switch (node)
        {
            case JsonObject value:
                change(name, value);
                foreach ((string property, JsonNode? child) in value.ToList())
                {
                    if (child is not null)
                        Visit(child, change, property);
                }

                break;
            case JsonArray array:
                foreach (JsonNode? item in array)
                {
                    if (item is not null)
                        Visit(item, change, name);
                }

                break;
        }

        return node;
    }
}
