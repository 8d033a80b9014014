using System.Net;
using System.Net.WebSockets;
using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Streams;

/// <summary>Opens web sockets to apps as the service does: with a token and the call's ids in headers (wire reference, 6).</summary>
internal sealed class StreamConnector(EmulatorOptions options, TokenSigner tokens, EmulatorAddress address) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>The emulator ends.</summary>
    public CancellationToken Stopping => _stopping.Token;

    public void Dispose() => _stopping.Cancel();

    /// <returns>The socket, or why there is none.</returns>
    public async Task<(ClientWebSocket? Socket, StreamFailure? Failure)> OpenAsync(Uri url, CallConnection call, CancellationToken cancellationToken)
    {
        ClientWebSocket socket = new();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Authorization", "Bearer " + tokens.SignForSocket(address.Issuer));
        socket.Options.SetRequestHeader("x-ms-call-connection-id", call.Id);
        socket.Options.SetRequestHeader("x-ms-call-correlation-id", call.Conversation.CorrelationId);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Stopping);
        limit.CancelAfter(options.Streams.ConnectTimeout);
        try
        {
            await socket.ConnectAsync(url, limit.Token);
            return (socket, null);
        }
        catch (WebSocketException exception)
        {
            StreamFailure failure = new(Details(socket.HttpStatusCode), exception.Message);
            socket.Dispose();
            return (null, failure);
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            return (null, new StreamFailure("serviceTimeout", $"no answer within {options.Streams.ConnectTimeout}"));
        }
    }

    private static string? Details(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => "badRequest",
        HttpStatusCode.Unauthorized => "authenticationFailure",
        HttpStatusCode.Forbidden => "forbidden",
        HttpStatusCode.TooManyRequests => "tooManyRequests",
        _ => null,
    };
}
