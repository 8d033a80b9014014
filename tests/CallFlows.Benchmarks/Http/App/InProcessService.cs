using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CallFlows.Benchmarks.Http.Feed;

namespace CallFlows.Benchmarks.Http.App;

/// <summary>
/// Stands for the service's REST side inside the application: takes every request the gateway makes at the end of its pipeline, answers at
/// once, and reports it. What is measured is CallFlows, with all it does to a request but the socket.
/// </summary>
internal sealed class InProcessService(ActionFeed feed, string issuer, string keys) : HttpMessageHandler
{
    public const string ConnectionString = "endpoint=https://service.invalid/;accesskey=Y2FsbGZsb3dzLWJlbmNobWFyay1hY2Nlc3Mta2V5LTAwMDE=";
    public const string Audience = "00000000-0000-0000-0000-00000000b0bb";
    private const string KeysPath = "/keys";

    public static Uri MetadataAddress { get; } = new("https://service.invalid/metadata");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        long at = Stopwatch.GetTimestamp();
        string path = request.RequestUri!.AbsolutePath;
        if (path == MetadataAddress.AbsolutePath)
        {
            return Json(HttpStatusCode.OK, JsonSerializer.Serialize(new { issuer, jwks_uri = new Uri(MetadataAddress, KeysPath) }));
        }

        if (path == KeysPath)
        {
            return Json(HttpStatusCode.OK, keys);
        }

        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        using JsonDocument? json = body.Length == 0 ? null : JsonDocument.Parse(body);
        const string answer = "/calling/callConnections:answer";
        string callId = path == answer ? Text(json, "incomingCallContext") : CallIdOf(path);
        feed.Report(new ActionReport(callId, at, Text(json, "operationContext"), Text(json, "callbackUri")));
        return path switch
        {
            answer => Json(HttpStatusCode.OK, $$"""
                {"callConnectionId":"{{callId}}","serverCallId":"{{callId}}","correlationId":"{{callId}}","callConnectionState":"unknown","callbackUri":"https://phone.invalid/","targets":[]}
                """),
            _ when path.EndsWith(":terminate", StringComparison.Ordinal) => new HttpResponseMessage(HttpStatusCode.NoContent),
            _ => Json(HttpStatusCode.Accepted, "{}"),
        };
    }

    // /calling/callConnections/{id}:play
    private static string CallIdOf(string path)
    {
        int first = path.LastIndexOf('/') + 1;
        int end = path.IndexOf(':', first);
        return end < 0 ? path[first..] : path[first..end];
    }

    private static string Text(JsonDocument? json, string property) =>
        json is not null && json.RootElement.TryGetProperty(property, out JsonElement value) ? value.GetString() ?? "" : "";

    private static HttpResponseMessage Json(HttpStatusCode status, string body)
    {
        ByteArrayContent content = new(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpResponseMessage(status) { Content = content };
    }
}
