using System.Net;
using System.Net.Sockets;

namespace CallFlows.Benchmarks.Http.Feed;

/// <summary>Hears of actions from one other process.</summary>
internal sealed class ActionListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    public ActionListener()
    {
        _listener.Start();
        Listening = ListenAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Who is told; set before the first action.</summary>
    public Action<ActionReport>? Heard { get; set; }

    /// <summary>Ends when the other side is gone; fails when a report could not be used.</summary>
    public Task Listening { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        using TcpClient connection = await _listener.AcceptTcpClientAsync(_stop.Token);
        using StreamReader reader = new(connection.GetStream());
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            Heard?.Invoke(ActionReport.Parse(line));
        }
    }
}
