using System.Text.Json;
using CallFlows.Actions;
using CallFlows.CallAutomation.Gateway;
using CallFlows.CallAutomation.Tests.Support;
using CallFlows.Conformance.Running;

namespace CallFlows.Conformance.Requests;

/// <summary>For each intent, in what the request of our gateway differs from the official client's. Made once for all tests; nothing is sent.</summary>
internal static class RequestRun
{
    // Answers every operation well enough.
    private const string Answer = """{"callConnectionId":"c","recordingId":"r","value":[]}""";

    private static readonly Lazy<Task<IReadOnlyDictionary<string, IReadOnlyList<RequestDifference>>>> Differences = new(CompareAsync);

    public static Task<IReadOnlyDictionary<string, IReadOnlyList<RequestDifference>>> DifferencesAsync() => Differences.Value;

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<RequestDifference>>> CompareAsync()
    {
        IntentFile file = IntentFile.Read();
        NodeResult result = await NodeProgram.RunAsync("capture-requests.mjs", JsonSerializer.Deserialize<JsonElement>(IntentFile.Text));
        IReadOnlyList<OfficialRequest> theirs = result.Read<OfficialRequest>();
        theirs.Should().HaveSameCount(file.Intents);

        Dictionary<string, IReadOnlyList<RequestDifference>> differences = [];
        foreach ((Intent intent, OfficialRequest official) in file.Intents.Zip(theirs))
            differences.Add(intent.Name, RequestDifference.Between(await OursAsync(file, intent), official.Shape()));
        return differences;
    }

    private static async Task<IReadOnlyDictionary<string, string>> OursAsync(IntentFile file, Intent intent)
    {
        FakeTransport transport = FakeTransport.Always(200, Answer);
        CallGatewayOptions options = new()
        {
            ConnectionString = "endpoint=https://contoso.communication.azure.com;accesskey=bG9jYWwtdGVzdC1rZXktMDEyMzQ1Njc=",
            CognitiveServicesEndpoint = file.CognitiveServicesEndpoint,
        };
        using HttpClient http = new(transport);
        RestCallGateway gateway = new(options, new OneAddress(file.CallbackUri), http, TimeProvider.System);

        await gateway.ExecuteAsync(
            new("flow-1", file.CallConnectionId, intent.Action, file.OperationContext, Guid.NewGuid(), DateTimeOffset.UnixEpoch), CancellationToken.None);

        SentRequest sent = transport.Requests.Should().ContainSingle().Subject;
        JsonElement? body = string.IsNullOrEmpty(sent.Body) ? null : JsonSerializer.Deserialize<JsonElement>(sent.Body);
        return RequestShape.Of(sent.Method, sent.Uri, sent.Headers, body);
    }

    private sealed class OneAddress(Uri address) : ICallbackAddresses
    {
        public Uri For(string instanceId) => address;
    }
}
