using System.Net.Sockets;
using System.Threading.Channels;

namespace CallFlows.Benchmarks.Http.Feed;

/// <summary>Tells the load generator which actions were taken: what the service would know, at next to no cost for the process that tells.</summary>
internal sealed class ActionFeed : IAsyncDisposable
{
    private readonly Channel<ActionReport> _reports = Channel.CreateUnbounded<ActionReport>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TcpClient _connection;
    private readonly Task _writing;

    private ActionFeed(TcpClient connection)
    {
        _connection = connection;
        _writing = WriteAsync();
    }

    public static async Task<ActionFeed> ConnectAsync(int port)
    {
        TcpClient connection = new() { NoDelay = true };
        await connection.ConnectAsync(System.Net.IPAddress.Loopback, port);
        return new ActionFeed(connection);
    }

    public void Report(ActionReport report) => _reports.Writer.TryWrite(report);

    public async ValueTask DisposeAsync()
    {
        _reports.Writer.TryComplete();
        await _writing;
        _connection.Dispose();
    }

    private async Task WriteAsync()
    {
        await using StreamWriter writer = new(_connection.GetStream());
        while (await _reports.Reader.WaitToReadAsync())
        {
            while (_reports.Reader.TryRead(out ActionReport report))
            {
                await writer.WriteLineAsync(report.ToString());
            }

            await writer.FlushAsync();
        }
    }
}
