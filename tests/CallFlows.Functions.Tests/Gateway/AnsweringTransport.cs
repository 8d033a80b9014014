using System.Net;
using System.Text;

namespace CallFlows.Functions.Tests.Gateway;

/// <summary>Answers requests by a function and remembers them.</summary>
internal sealed class AnsweringTransport(Func<SentRequest, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<SentRequest> Requests { get; } = [];

    public SentRequest Sent => Requests.Should().ContainSingle().Subject;

    public static AnsweringTransport Always(int status, string? json = null) => new(_ => Json(status, json));

    public static AnsweringTransport InOrder(params Func<HttpResponseMessage>[] answers)
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
            .ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        SentRequest sent = new(request.Method.Method, request.RequestUri!, headers, body);
        Requests.Add(sent);
        return answer(sent);
    }
}
