using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using CallFlows.Benchmarks.Http.Feed;
using CallFlows.Benchmarks.Measuring;

namespace CallFlows.Benchmarks.Http.Emulated;

/// <summary>
/// Times the callbacks the emulator posts: each to its answer, and those that end an action also to the call's next action, as the
/// application reports it.
/// </summary>
internal sealed class CallbackTimer : DelegatingHandler
{
    private static readonly byte[][] EndingEvents = [.. new[] { "CallConnected", "PlayCompleted", "RecognizeCompleted" }
        .Select(name => Encoding.UTF8.GetBytes($"\"type\":\"Microsoft.Communication.{name}\""))];

    private static readonly byte[] ConnectionId = "\"callConnectionId\":\""u8.ToArray();
    private readonly ConcurrentDictionary<string, long> _posted = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public CallbackTimer()
        : base(new SocketsHttpHandler())
    {
    }

    public LatencyHistogram ToAcknowledgement { get; private set; } = new();

    public LatencyHistogram ToNextAction { get; private set; } = new();

    /// <summary>Forgets what was measured so far.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            ToAcknowledgement = new LatencyHistogram();
            ToNextAction = new LatencyHistogram();
        }
    }

    /// <summary>Hears of an action.</summary>
    public void Acted(ActionReport action)
    {
        if (_posted.TryRemove(action.CallId, out long posted))
        {
            lock (_gate)
            {
                ToNextAction.Record(posted, action.At);
            }
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool isCallback = request.RequestUri!.AbsolutePath.StartsWith("/callflows/callbacks/", StringComparison.Ordinal);
        byte[] body = isCallback ? await request.Content!.ReadAsByteArrayAsync(cancellationToken) : [];
        long posted = Stopwatch.GetTimestamp();
        if (EndingEvents.Any(type => body.AsSpan().IndexOf(type) >= 0))
        {
            _posted[ConnectionOf(body)] = posted;
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (isCallback)
        {
            lock (_gate)
            {
                ToAcknowledgement.Record(posted, Stopwatch.GetTimestamp());
            }
        }

        return response;
    }

    private static string ConnectionOf(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> id = body[(body.IndexOf(ConnectionId) + ConnectionId.Length)..];
        return Encoding.UTF8.GetString(id[..id.IndexOf((byte)'"')]);
    }
}
