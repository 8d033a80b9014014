using System.Net;
using System.Text;

namespace CallFlows.CallAutomation.Tests.Support;

/// <summary>Answers requests by a function and remembers them.</summary>
internal sealed class FakeTransport(Func<SentRequest, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<SentRequest> Requests { get; } = [];

    /// <summary>The one request that was sent.</summary>
    public SentRequest Sent => Requests.Should().ContainSingle().Subject;

    public static FakeTransport Always(int status, string? json = null) => new(_ => Json(status, json));

    public static FakeTransport InOrder(params Func<HttpResponseMessage>[] answers)
    {
        Queue<Func<HttpResponseMessage>> queue = new(answers);
        return new(_ => queue.Dequeue()());
    }

    public static HttpResponseMessage Json(int status, string? json) => new((HttpStatusCode)status)
    {
        Content = new StringContent(json ?? "", Encoding.UTF8, "application/json"),
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Dictionary<string, string> headers = request.Headers
            .Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase);
        SentRequest sent = new(request.Method.Method, request.RequestUri!, headers, body);
        lock (Requests)
            Requests.Add(sent);
        return answer(sent);
    }
}
