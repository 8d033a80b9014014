using System.Net.WebSockets;

namespace CallFlows.CallAutomation.Tests.Streams;

/// <summary>A web socket whose other end has sent these pieces, and takes what is sent only when told to.</summary>
internal sealed class FakeSocket(IEnumerable<(byte[] Piece, bool IsLast)> pieces) : WebSocket
{
    private readonly IEnumerator<(byte[] Piece, bool IsLast)> _pieces = pieces.GetEnumerator();
    private byte[] _rest = [];
    private bool _restIsLast;
    private WebSocketState _state = WebSocketState.Open;

    /// <summary>How often somebody asked for more.</summary>
    public int Reads { get; private set; }

    /// <summary>How many bytes were given.</summary>
    public long Given { get; private set; }

    /// <summary>Whether what is sent stays on the way for ever.</summary>
    public bool TakesNothing { get; init; }

    public override WebSocketCloseStatus? CloseStatus => null;

    public override string? CloseStatusDescription => null;

    public override WebSocketState State => _state;

    public override string? SubProtocol => null;

    public override void Abort() => _state = WebSocketState.Aborted;

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        CloseOutputAsync(closeStatus, statusDescription, cancellationToken);

    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
    {
        _state = WebSocketState.Closed;
        return Task.CompletedTask;
    }

    public override void Dispose() => _pieces.Dispose();

    public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Reads++;
        if (_rest.Length == 0)
        {
            if (!_pieces.MoveNext())
            {
                return Task.FromResult(new WebSocketReceiveResult(0, WebSocketMessageType.Close, true));
            }

            (_rest, _restIsLast) = _pieces.Current;
        }

        int count = Math.Min(buffer.Count, _rest.Length);
        _rest.AsSpan(0, count).CopyTo(buffer);
        _rest = _rest[count..];
        Given += count;
        return Task.FromResult(new WebSocketReceiveResult(count, WebSocketMessageType.Text, _restIsLast && _rest.Length == 0));
    }

    public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) =>
        TakesNothing ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask;
}
