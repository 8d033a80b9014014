namespace CallFlows.Testing.Tests;

/// <summary>Delivers everything the emulator sends to the application as often as it is told, and remembers the last token.</summary>
internal sealed class RepeatingHandler(int times) : DelegatingHandler(new SocketsHttpHandler())
{
    public string? LastToken { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        LastToken = request.Headers.Authorization?.Parameter ?? LastToken;
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        for (int i = 1; i < times; i++)
        {
            using HttpRequestMessage copy = new(request.Method, request.RequestUri);
            foreach ((string name, IEnumerable<string> values) in request.Headers)
            {
                copy.Headers.TryAddWithoutValidation(name, values);
            }

            copy.Content = new ByteArrayContent(body);
            foreach ((string name, IEnumerable<string> values) in request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            {
                copy.Content.Headers.TryAddWithoutValidation(name, values);
            }

            (await base.SendAsync(copy, cancellationToken)).Dispose();
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
