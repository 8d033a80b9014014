using System.Net.WebSockets;

namespace CallFlows.CallAutomation.Streams;

/// <summary>Runs a handler over a web socket, and closes it with a code that says why. Knows no HTTP framework.</summary>
public static class StreamSession
{
    private const int MaxDescription = 120;

    /// <summary>Runs a handler to its end, and closes the socket.</summary>
    /// <param name="socket">Open.</param>
    /// <param name="stream">What the handler sees of it.</param>
    /// <param name="handle">The handler.</param>
    /// <param name="limits">Bounds; null for the defaults.</param>
    /// <param name="observer">Is told what passes; null for nobody.</param>
    /// <param name="cancellationToken">The application stops, or the connection was lost.</param>
    /// <returns>Null when all went well or the connection was lost; else what the handler or the service did wrong, for the log.</returns>
    public static async Task<Exception?> RunAsync(
        WebSocket socket,
        CallStreamConnection stream,
        Func<CallStreamConnection, CancellationToken, Task> handle,
        StreamLimits? limits = null,
        IStreamObserver? observer = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(socket);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(handle);
        (WebSocketCloseStatus status, string description, Exception? problem) = await HandleAsync(socket, stream, handle, cancellationToken).ConfigureAwait(false);
        observer?.Ended(stream);
        await CloseAsync(socket, status, description, (limits ?? StreamLimits.Default).SendTimeout).ConfigureAwait(false);
        return problem;
    }

    private static async Task<(WebSocketCloseStatus Status, string Description, Exception? Problem)> HandleAsync(
        WebSocket socket, CallStreamConnection stream, Func<CallStreamConnection, CancellationToken, Task> handle, CancellationToken cancellationToken)
    {
        try
        {
            await handle(stream, cancellationToken).ConfigureAwait(false);
            return (WebSocketCloseStatus.NormalClosure, "", null);
        }
        catch (StreamingFormatException problem)
        {
            return (WebSocketCloseStatus.InvalidPayloadData, problem.Message, problem);
        }
        catch (UnusableMessageException problem)
        {
            return (problem.CloseStatus, problem.Message, problem);
        }
        catch (WebSocketException) when (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            // Lost on the way: the service connects again, or the call has ended.
            return (WebSocketCloseStatus.EndpointUnavailable, "", null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (WebSocketCloseStatus.EndpointUnavailable, "The application stops.", null);
        }
#pragma warning disable CA1031 // Whatever an author's handler throws ends its own socket, is given back, and is logged.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            // What it says may be a secret of the application's.
            return (WebSocketCloseStatus.InternalServerError, "The handler failed.", problem);
        }
    }

    // Not waited for what the service still sends: it has its own limits, and the connection ends with the request.
    private static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status, string description, TimeSpan within)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        using CancellationTokenSource limit = new(within);
        try
        {
            await socket.CloseOutputAsync(
                status, description.Length <= MaxDescription ? description : description[..MaxDescription], limit.Token).ConfigureAwait(false);
            byte[] rest = new byte[1024];
            while (socket.State == WebSocketState.CloseSent)
            {
                await socket.ReceiveAsync(rest.AsMemory(), limit.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }
    }
}
