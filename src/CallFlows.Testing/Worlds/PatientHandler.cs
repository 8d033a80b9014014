using System.Collections.Concurrent;
using System.Net;

namespace CallFlows.Testing.Worlds;

/// <summary>
/// Lets the gateway's retries wait by the virtual clock: what the pipeline would wait by the real one, this waits before it sends the retry, and
/// tells the pipeline of no wait.
/// </summary>
internal sealed class PatientHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string RequestIdHeader = "x-ms-client-request-id";
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(0.8);

    private readonly ConcurrentDictionary<string, TimeSpan> _failed = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string? id = request.Headers.TryGetValues(RequestIdHeader, out IEnumerable<string>? ids) ? ids.First() : null;
        if (id is not null && _failed.TryRemove(id, out TimeSpan wait) && WorkHold.Current is { } work)
        {
            await work.PauseAsync(wait).ConfigureAwait(false);
        }

        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            Note(id, UsualWait);
            throw;
        }

        if (response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
        {
            Note(id, response.Headers.RetryAfter?.Delta ?? UsualWait);
            response.Headers.RetryAfter = null;
        }

        return response;
    }

    private void Note(string? id, TimeSpan wait)
    {
        if (id is not null)
        {
            _failed[id] = wait;
        }
    }
}
