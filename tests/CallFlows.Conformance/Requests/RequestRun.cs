using System.Text.Json;
using CallFlows.Actions;
using CallFlows.CallAutomation.Gateway;
using CallFlows.CallAutomation.Recordings;
using CallFlows.CallAutomation.Tests.Support;
using CallFlows.Conformance.Running;

namespace CallFlows.Conformance.Requests;

/// <summary>For each intent, in what the request of our gateway differs from the official client's. Made once for all tests; nothing is sent.</summary>
internal static class RequestRun
{
    // Answers every operation well enough.
    private const string Answer = """{"callConnectionId":"c","identifier":{"rawId":"8:acs:r_u"},"recordingId":"r","value":[]}""";

    private static readonly Lazy<Task<IReadOnlyDictionary<string, IReadOnlyList<RequestDifference>>>> Differences = new(CompareAsync);

    public static Task<IReadOnlyDictionary<string, IReadOnlyList<RequestDifference>>> DifferencesAsync() => Differences.Value;

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<RequestDifference>>> CompareAsync()
    {
        IntentFile file = IntentFile.Read();
        NodeResult result = await NodeProgram.RunAsync("capture-requests.mjs", JsonSerializer.Deserialize<JsonElement>(IntentFile.Text));
        IReadOnlyList<OfficialRequest> theirs = result.Read<OfficialRequest>();
        IReadOnlyDictionary<string, string>[] ours =
        [
            .. await Task.WhenAll(file.Intents.Select(intent => OursAsync(file, intent))),
            .. await Task.WhenAll(file.FileIntents.Select(intent => OursAsync(file, intent))),
        ];
        theirs.Should().HaveSameCount(ours);

        return file.Names.Zip(ours, theirs).ToDictionary(
            intent => intent.First, intent => RequestDifference.Between(intent.Second, intent.Third.Shape()));
    }

    private static Task<IReadOnlyDictionary<string, string>> OursAsync(IntentFile file, Intent intent) => CaptureAsync(file, (options, http) =>
    {
        RestCallGateway gateway = new(
            options, new Addresses(file.CallbackUri, intent.ReportedElsewhere ? file.OperationCallbackUri : null), http, TimeProvider.System);
        return gateway.ExecuteAsync(
            new("flow-1", file.CallConnectionId, intent.Action, file.OperationContext, Guid.NewGuid(), DateTimeOffset.UnixEpoch), CancellationToken.None);
    });

    private static Task<IReadOnlyDictionary<string, string>> OursAsync(IntentFile file, FileIntent intent) => CaptureAsync(file, (options, http) =>
    {
        RestRecordingFiles files = new(options, http, TimeProvider.System);
        return intent.Delete ? files.DeleteAsync(intent.Location) : files.DownloadStreamingAsync(intent.Location, intent.Offset, intent.Length);
    });

    private static async Task<IReadOnlyDictionary<string, string>> CaptureAsync(IntentFile file, Func<CallGatewayOptions, HttpClient, Task> send)
    {
        // A part of a file is answered otherwise than all else.
        FakeTransport transport = new(request => FakeTransport.Json(request.Header("Range") is null ? 200 : 206, Answer));
        CallGatewayOptions options = new()
        {
            ConnectionString = "endpoint=https://contoso.communication.azure.com;accesskey=bG9jYWwtdGVzdC1rZXktMDEyMzQ1Njc=",
            CognitiveServicesEndpoint = file.CognitiveServicesEndpoint,
        };
        using HttpClient http = new(transport);

        await send(options, http);

        SentRequest sent = transport.Requests.Should().ContainSingle().Subject;
        JsonElement? body = string.IsNullOrEmpty(sent.Body) ? null : JsonSerializer.Deserialize<JsonElement>(sent.Body);
        return RequestShape.Of(sent.Method, sent.Uri, sent.Headers, body);
    }

    private sealed class Addresses(Uri ofCall, Uri? ofOperation) : ICallbackAddresses
    {
        public Uri For(string instanceId) => ofCall;

        public Uri? ForOperation(CallActionRequest request) => ofOperation;
    }
}
