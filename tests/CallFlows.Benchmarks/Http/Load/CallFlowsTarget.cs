using System.Net.Http.Headers;
using System.Text;
using CallFlows.Benchmarks.Http.Feed;

namespace CallFlows.Benchmarks.Http.Load;

/// <summary>Posts what Event Grid and Call Automation post, in the shapes of recorded traffic.</summary>
internal sealed class CallFlowsTarget(Uri app, CallbackTokens tokens) : ICallTarget
{
    public const string Called = "+14255550199";
    private const string Caller = "+14255550101";
    private const string Time = "2026-03-02T09:00:00.0000000+00:00";
    private static readonly (string Type, string Data)[] Events =
    [
        ("CallConnected", ""),
        ("PlayCompleted", ""),
        ("RecognizeCompleted", """ "recognitionType":"dtmf","dtmfResult":{"tones":["one"]}, """),
        ("CallDisconnected", ""),
    ];

    private readonly Uri _events = new(app, "/callflows/events");

    public HttpRequestMessage Start(string callId) => new(HttpMethod.Post, _events)
    {
        Content = Json($$"""
            [{"id":"{{Guid.NewGuid()}}","topic":"/subscriptions/s/resourceGroups/r/providers/Microsoft.Communication/communicationServices/c","subject":"/caller/4:{{Caller}}/recipient/4:{{Called}}","data":{"to":{{Phone(Called)}},"from":{{Phone(Caller)}},"serverCallId":"{{callId}}","callerDisplayName":"","incomingCallContext":"{{callId}}","correlationId":"{{callId}}"},"eventType":"Microsoft.Communication.IncomingCall","dataVersion":"1.0","metadataVersion":"1","eventTime":"{{Time}}"}]
            """),
    };

    public HttpRequestMessage Callback(ActionReport first, ActionReport action, int round)
    {
        (string type, string data) = Events[round];
        string context = action.Key.Length == 0 ? "" : $"\"operationContext\":\"{action.Key}\",";
        string id = first.CallId;
        HttpRequestMessage request = new(HttpMethod.Post, first.CallbackUri)
        {
            Content = Json($$"""
                [{"id":"{{Guid.NewGuid()}}","source":"calling/callConnections/{{id}}","type":"Microsoft.Communication.{{type}}","data":{"version":"2024-09-15",{{context}}{{data}}"resultInformation":{"code":200,"subCode":0,"message":""},"callConnectionId":"{{id}}","serverCallId":"{{id}}","correlationId":"{{id}}","publicEventType":"Microsoft.Communication.{{type}}"},"time":"{{Time}}","specversion":"1.0","datacontenttype":"application/json","subject":"calling/callConnections/{{id}}"}]
                """),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Next());
        return request;
    }

    private static string Phone(string number) => $$"""{"kind":"phoneNumber","rawId":"4:{{number}}","phoneNumber":{"value":"{{number}}"} }""";

    private static ByteArrayContent Json(string json)
    {
        ByteArrayContent content = new(Encoding.UTF8.GetBytes(json));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
