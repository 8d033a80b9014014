using System.Buffers;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using CallFlows.Protocol.Streaming;

namespace CallFlows.CallAutomation.Streams;

/// <summary>
/// A web socket on which the service streams a call to the application. Frames are read when the handler asks for them, none ahead: a slow
/// handler slows the service down and fills no memory. One reads at a time; sending may go on beside it.
/// </summary>
public sealed class CallStreamConnection : IDisposable
{
    private const int ReadBuffer = 4 * 1024;

    private readonly WebSocket _socket;
    private readonly StreamLimits _limits;
    private readonly IStreamObserver? _observer;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private int _reading;
    private long _taken;

    /// <summary>Takes a web socket over. The caller disposes it.</summary>
    /// <param name="socket">Open.</param>
    /// <param name="callConnectionId">The header <c>x-ms-call-connection-id</c>; empty when there was none.</param>
    /// <param name="correlationId">The header <c>x-ms-call-correlation-id</c>; empty when there was none.</param>
    /// <param name="parameters">Values of the address: of its route and its query.</param>
    /// <param name="limits">Bounds; null for the defaults.</param>
    /// <param name="observer">Is told what passes; null for nobody.</param>
    public CallStreamConnection(
        WebSocket socket,
        string callConnectionId,
        string correlationId,
        IReadOnlyDictionary<string, string> parameters,
        StreamLimits? limits = null,
        IStreamObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(socket);
        ArgumentNullException.ThrowIfNull(callConnectionId);
        ArgumentNullException.ThrowIfNull(correlationId);
        ArgumentNullException.ThrowIfNull(parameters);
        _socket = socket;
        _limits = limits ?? StreamLimits.Default;
        _observer = observer;
        CallConnectionId = callConnectionId;
        CorrelationId = correlationId;
        Parameters = parameters;
    }

    /// <summary>This side of the call, as in <c>Call.ConnectionId</c>; empty when the service does not tell.</summary>
    public string CallConnectionId { get; }

    /// <summary>What support asks for; empty when the service does not tell.</summary>
    public string CorrelationId { get; }

    /// <summary>Values of the address that the flow gave: of its route and its query, such as the flow's instance id.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>What the service sends, until it closes the socket: because the stream was stopped, or the call has ended.</summary>
    /// <param name="cancellationToken">Stops waiting for more.</param>
    /// <exception cref="StreamingFormatException">A frame can't be read; the socket is to be closed.</exception>
    /// <exception cref="WebSocketException">The socket broke.</exception>
    /// <exception cref="InvalidOperationException">Somebody reads already.</exception>
    public async IAsyncEnumerable<StreamingData> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _reading, 1) != 0)
        {
            throw new InvalidOperationException("Somebody reads this stream already; there is one frame after another, for one reader.");
        }

        try
        {
            using MemoryStream frame = new();
            while (await ReceiveAsync(frame, cancellationToken).ConfigureAwait(false))
            {
                yield return StreamingDataParser.Parse(frame.ToArray());
            }
        }
        finally
        {
            Volatile.Write(ref _reading, 0);
        }
    }

    /// <summary>Makes the call hear something. The stream must have been asked for with <c>EnableBidirectional</c>.</summary>
    /// <param name="samples">16 bits, signed, little-endian, one channel, at the stream's rate; any length, the service queues it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">Half a sample is missing.</exception>
    /// <exception cref="WebSocketException">The socket broke, or is closed.</exception>
    /// <exception cref="TimeoutException">The service takes nothing.</exception>
    public Task SendAudioAsync(ReadOnlyMemory<byte> samples, CancellationToken cancellationToken = default)
    {
        if (samples.Length % 2 != 0)
        {
            throw new ArgumentException($"A sample has two bytes; these are {samples.Length}.", nameof(samples));
        }

        return SendAsync(OutStreamingFrame.WriteAudio(samples.Span), cancellationToken);
    }

    /// <summary>Drops what was sent and not heard yet, as when the caller begins to speak.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="WebSocketException">The socket broke, or is closed.</exception>
    /// <exception cref="TimeoutException">The service takes nothing.</exception>
    public Task StopAudioAsync(CancellationToken cancellationToken = default) => SendAsync(OutStreamingFrame.WriteStop(), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _sending.Dispose();

    private async Task SendAsync(byte[] frame, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(_limits.SendTimeout);
            _observer?.Sending(this);
            await _socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The service took no frame within {_limits.SendTimeout}; the socket is of no use any more.", exception);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Reads one frame; false when the service has closed the socket.</summary>
    private async Task<bool> ReceiveAsync(MemoryStream frame, CancellationToken cancellationToken)
    {
        _observer?.Waiting(this, _taken);
        frame.SetLength(0);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(ReadBuffer);
        try
        {
            while (true)
            {
                ValueWebSocketReceiveResult read = await _socket.ReceiveAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
                switch (read.MessageType)
                {
                    case WebSocketMessageType.Close:
                        return false;
                    case WebSocketMessageType.Binary:
                        throw new UnusableMessageException(WebSocketCloseStatus.InvalidMessageType, "The service's frames are text; this one is binary.");
                }

                if (frame.Length + read.Count > _limits.MaxMessageBytes)
                {
                    throw new UnusableMessageException(WebSocketCloseStatus.MessageTooBig, $"A frame has at most {_limits.MaxMessageBytes} bytes.");
                }

                frame.Write(buffer, 0, read.Count);
                if (read.EndOfMessage)
                {
                    _taken++;
                    return true;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
