using System.Net;
using CallFlows.CallAutomation.Callbacks;

namespace CallFlows.Testing.Worlds;

/// <summary>
/// The way from the service to the application: refused while no process is there, and written down. It leads to where the application's endpoints lead,
/// without a server, so tokens and secrets are not looked at.
/// </summary>
internal sealed class AppLink(World world) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (world.Process is not { } process)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The application is not running.");
        }

        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        string path = request.RequestUri!.AbsolutePath;
        if (!path.StartsWith(AppProcess.CallbacksPath, StringComparison.Ordinal))
        {
            return await process.TakeEventsAsync(body, cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<ReceivedCallback> callbacks = await process
            .TakeCallbackAsync(Uri.UnescapeDataString(path[AppProcess.CallbacksPath.Length..]), body, cancellationToken).ConfigureAwait(false);
        foreach (ReceivedCallback callback in callbacks)
        {
            world.CallbackTaken(callback.Event.GetType().Name, callback.Event.CallConnectionId);
        }

        return new HttpResponseMessage(HttpStatusCode.OK);
    }
}
