using System.Text.Json;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Faults;

/// <summary>Finds out whose call a request is about: by the connection or recording it names, and by everybody it names.</summary>
internal sealed class RequestSubjects(FaultSource faults, SwitchboardQueue queue, CallRegistry calls, RecordingCommands recordings)
{
    private const int MaxNames = 1000;

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 32 };

    /// <summary>The subject, without its calls and parties when no rule asks for them.</summary>
    public async Task<FaultSubject> OfAsync(CallAutomationOperation operation, RouteValueDictionary route, ReadOnlyMemory<byte> body)
    {
        FaultSubject nameOnly = new(operation.Name, [], []);
        if (!faults.LooksAtCalls)
            return nameOnly;
        List<string> names = [.. route.Values.OfType<string>()];
        Collect(body, names);
        return await queue.RunAsync(() => names.Aggregate(nameOnly, Add));
    }

    private FaultSubject Add(FaultSubject subject, string name)
    {
        FaultSubject? found = null;
        if (calls.FindEvenOver(name) is { } call)
            found = FaultSubject.OfCall(subject.Name, call);
        else if (calls.FindOffer(name) is { } offer)
            found = FaultSubject.OfRing(subject.Name, offer.Invitation);
        else if (recordings.Find(name) is { } recording)
            found = FaultSubject.OfConversation(subject.Name, recording.Conversation);
        else if (calls.FindByServerCallId(name) is { } conversation)
            found = FaultSubject.OfConversation(subject.Name, conversation);
        else if (PartyId.TryParse(name, out PartyId party))
            found = new FaultSubject(subject.Name, [], [party]);
        return found is null
            ? subject
            : subject with { Connections = [.. subject.Connections, .. found.Connections], Parties = [.. subject.Parties, .. found.Parties] };
    }

    // The request is judged later; here a body that is no JSON just names nobody.
    private static void Collect(ReadOnlyMemory<byte> body, List<string> names)
    {
        if (body.IsEmpty)
            return;
        try
        {
            using JsonDocument document = JsonDocument.Parse(body, Json);
            Collect(document.RootElement, names);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            names.Clear();
        }
    }

    private static void Collect(JsonElement element, List<string> names)
    {
        if (names.Count >= MaxNames)
            return;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                    Collect(property.Value, names);
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                    Collect(item, names);
                break;
            case JsonValueKind.String:
                names.Add(element.GetString()!);
                break;
        }
    }
}
