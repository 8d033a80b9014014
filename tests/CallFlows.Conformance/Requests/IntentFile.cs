using System.Runtime.CompilerServices;
using System.Text.Json;
using CallFlows.Actions;
using CallFlows.Durable;

namespace CallFlows.Conformance.Requests;

/// <summary>What requests are to be made for: <c>intents.json</c>, which our gateway and the official client both read.</summary>
internal sealed record IntentFile(
    Uri CallbackUri, string CallConnectionId, Uri CognitiveServicesEndpoint, Uri OperationCallbackUri, string OperationContext,
    IReadOnlyList<Intent> Intents, IReadOnlyList<FileIntent> FileIntents)
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(Folder(), "intents.json"));

    /// <summary>The names of all, in order.</summary>
    public IEnumerable<string> Names => [.. Intents.Select(intent => intent.Name), .. FileIntents.Select(intent => intent.Name)];

    public static IntentFile Read() => JsonSerializer.Deserialize<IntentFile>(Text, DurableJson.Options)!;

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

/// <summary>One thing to do; its events go to the call's address, or to another one.</summary>
internal sealed record Intent(string Name, CallAction Action, bool ReportedElsewhere = false);

/// <summary>A recording's file to download, whole or in part, or to delete.</summary>
internal sealed record FileIntent(string Name, Uri Location, long Offset = 0, long? Length = null, bool Delete = false);
