using System.Net.Http.Headers;
using System.Text;
using CallFlows.Benchmarks.Http.Feed;
using CallFlows.Benchmarks.Http.Load;
using CallFlows.Benchmarks.Workload;

namespace CallFlows.Benchmarks.Comparison;

/// <summary>Holds calls over Restate's HTTP ingress: starts an invocation, resolves its awakeables.</summary>
internal sealed class RestateTarget(Uri ingress) : ICallTarget
{
    private readonly Uri _start = new(ingress, "/call/run/send");
    private readonly byte[] _payload = Payloads.Payload.Utf8.ToArray();

    public HttpRequestMessage Start(string callId) => new(HttpMethod.Post, _start)
    {
        Content = Json(Encoding.UTF8.GetBytes($$"""{"id":"{{callId}}","payload":{{Payloads.Text}}}""")),
    };

    public HttpRequestMessage Callback(ActionReport first, ActionReport action, int round) =>
        new(HttpMethod.Post, new Uri(ingress, $"/restate/awakeables/{action.Key}/resolve")) { Content = Json(_payload) };

    private static ByteArrayContent Json(byte[] json)
    {
        ByteArrayContent content = new(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
