using System.Net.WebSockets;
using System.Threading.Channels;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Streams;

/// <summary>
/// An open web socket to an app. Frames wait in a bounded queue, and each counts as work until the socket has taken it: a clock advanced by
/// hand waits for a slow app, so nothing is lost on it. Real time doesn't wait: a frame that finds the queue full is lost, and counted. An
/// app that takes nothing for <c>Streams:SendTimeout</c> of real time is cut off.
/// </summary>
internal sealed class StreamSocket
{
    private const int ReceiveBuffer = 16 * 1024;

    private readonly ClientWebSocket _socket;
    private readonly StreamOptions _options;
    private readonly IEmulatedStreamObserver? _observer;
    private readonly WorkTracker _work;
    private readonly EmulatedStream _view;
    private readonly Action<ReadOnlyMemory<byte>> _received;
    private readonly Action<string> _broken;
    private readonly Channel<(byte[] Frame, WorkTracker.Scope Scope)> _frames;
    private readonly CancellationTokenSource _cut;
    private int _ended;

    /// <param name="socket">The socket, open.</param>
    /// <param name="options">The bounds, and who is told what passes.</param>
    /// <param name="work">Counts what is under way.</param>
    /// <param name="view">Counts frames.</param>
    /// <param name="received">Takes each message of the app.</param>
    /// <param name="broken">Told once when the socket ends without <see cref="Close"/>.</param>
    /// <param name="stopping">The emulator ends.</param>
    public StreamSocket(
        ClientWebSocket socket, EmulatorOptions options, WorkTracker work, EmulatedStream view,
        Action<ReadOnlyMemory<byte>> received, Action<string> broken, CancellationToken stopping)
    {
        _socket = socket;
        _options = options.Streams;
        _observer = options.StreamObserver;
        _work = work;
        _view = view;
        _received = received;
        _broken = broken;
        _cut = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _frames = Channel.CreateBounded<(byte[], WorkTracker.Scope)>(
            new BoundedChannelOptions(_options.MaxQueuedFrames) { FullMode = BoundedChannelFullMode.Wait });
        _ = Task.Run(SendAsync);
        _ = Task.Run(ReceiveAsync);
    }

    /// <summary>Sends a frame after those before it.</summary>
    public void Send(byte[] frame)
    {
        WorkTracker.Scope scope = _work.Begin();
        if (_frames.Writer.TryWrite((frame, scope)))
            return;
        scope.Dispose();
        _view.Lost();
    }

    /// <summary>Closes the socket when what waits has been sent.</summary>
    public void Close()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
            _frames.Writer.TryComplete();
    }

    private async Task SendAsync()
    {
        try
        {
            await foreach ((byte[] frame, WorkTracker.Scope scope) in _frames.Reader.ReadAllAsync(CancellationToken.None))
            {
                using (scope)
                {
                    _observer?.Sending(_view);
                    await WithinAsync(token => _socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, token));
                    _view.Sent();
                }
            }

            await WithinAsync(token => _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "The stream has ended.", token));
            // The app's own close is waited for no longer than a send may take; the receiving side ends with it.
            _cut.CancelAfter(_options.SendTimeout);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            Break(exception is WebSocketException ? exception.Message : $"the app took no frame within {_options.SendTimeout}");
        }
    }

    private async Task WithinAsync(Func<CancellationToken, Task> send)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(_cut.Token);
        limit.CancelAfter(_options.SendTimeout);
        await send(limit.Token);
    }

    private async Task ReceiveAsync()
    {
        using MemoryStream message = new();
        byte[] buffer = new byte[ReceiveBuffer];
        try
        {
            while (true)
            {
                ValueWebSocketReceiveResult read = await _socket.ReceiveAsync(buffer.AsMemory(), _cut.Token);
                if (read.MessageType == WebSocketMessageType.Close)
                {
                    Break($"the app closed the socket ({_socket.CloseStatus})");
                    return;
                }

                if (message.Length + read.Count > _options.MaxMessageBytes)
                {
                    Break($"the app sent a message of more than {_options.MaxMessageBytes} bytes");
                    return;
                }

                message.Write(buffer, 0, read.Count);
                if (read.EndOfMessage)
                {
                    _received(message.ToArray());
                    _observer?.Received(_view);
                    message.SetLength(0);
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            Break(exception.Message);
        }
        finally
        {
            _observer?.Closed(_view);
            _socket.Dispose();
        }
    }

    private void Break(string reason)
    {
        bool first = Interlocked.Exchange(ref _ended, 1) == 0;
        _frames.Writer.TryComplete();
        _cut.Cancel();
        while (_frames.Reader.TryRead(out (byte[] Frame, WorkTracker.Scope Scope) lost))
        {
            _view.Lost();
            lost.Scope.Dispose();
        }

        if (first)
            _broken(reason);
    }
}
