using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using CallFlows.Emulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Emulator.Tests.Harness;

/// <summary>An app that takes the emulator's streams on real web sockets, keeps what comes, and sends what it is told to.</summary>
internal sealed class StreamApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ChangeSource _changes = new();
    private readonly List<StreamConnection> _connections = [];

    private StreamApp(WebApplication app) => _app = app;

    /// <summary>Where it takes streams.</summary>
    public string Url { get; private set; } = "";

    /// <summary>What it refuses sockets with; null to take them.</summary>
    public int? Refuses { get; set; }

    /// <summary>Whether it leaves the frames lying.</summary>
    public bool IsDeaf { get; set; }

    public IReadOnlyList<StreamConnection> Connections => _changes.Read(() => _connections.ToArray());

    public StreamConnection Connection => Connections.Single();

    public static async Task<StreamApp> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        WebApplication app = builder.Build();
        StreamApp streams = new(app);
        app.UseWebSockets();
        app.Run(streams.TakeAsync);
        await app.StartAsync();
        streams.Url = app.Urls.Single().Replace("http:", "ws:", StringComparison.Ordinal) + "/stream";
        return streams;
    }

    /// <summary>Waits until something has arrived; fails instead of hanging.</summary>
    public async Task UntilAsync(Func<StreamApp, bool> condition)
    {
        while (true)
        {
            Task changed = _changes.Next;
            if (condition(this))
                return;
            await changed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource limit = new();
        await limit.CancelAsync();
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        if (Refuses is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
        StreamConnection connection = new(
            socket, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        _changes.Change(() => _connections.Add(connection));
        try
        {
            await ReceiveAsync(socket, connection, context.RequestAborted);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            _changes.Change(() => connection.IsClosed = true);
        }
    }

    private async Task ReceiveAsync(WebSocket socket, StreamConnection connection, CancellationToken aborted)
    {
        if (IsDeaf)
            await Task.Delay(Timeout.Infinite, aborted);
        byte[] buffer = new byte[64 * 1024];
        using MemoryStream message = new();
        while (true)
        {
            ValueWebSocketReceiveResult read = await socket.ReceiveAsync(buffer.AsMemory(), aborted);
            if (read.MessageType == WebSocketMessageType.Close)
            {
                _changes.Change(() => connection.IsClosed = true);
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, aborted);
                return;
            }

            message.Write(buffer, 0, read.Count);
            if (!read.EndOfMessage)
                continue;
            JsonElement frame = JsonDocument.Parse(message.ToArray()).RootElement;
            _changes.Change(() => connection.Add(frame));
            message.SetLength(0);
        }
    }
}

/// <summary>One socket of the emulator's.</summary>
internal sealed class StreamConnection(WebSocket socket, IReadOnlyDictionary<string, string> headers)
{
    private readonly Lock _gate = new();
    private readonly List<JsonElement> _frames = [];

    public IReadOnlyDictionary<string, string> Headers { get; } = headers;

    public bool IsClosed { get; set; }

    public IReadOnlyList<JsonElement> Frames
    {
        get { lock (_gate) return _frames.ToArray(); }
    }

    public IReadOnlyList<string> Kinds => [.. Frames.Select(frame => frame.GetProperty("kind").GetString()!)];

    /// <summary>The parts of the frames of a kind, in their order.</summary>
    public JsonElement[] Of(string kind) =>
    [
        .. Frames.Where(frame => frame.GetProperty("kind").GetString() == kind)
            .Select(frame => frame.GetProperty(char.ToLowerInvariant(kind[0]) + kind[1..])),
    ];

    public Task SendAsync(string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    public void Abort() => socket.Abort();

    internal void Add(JsonElement frame)
    {
        lock (_gate)
            _frames.Add(frame);
    }
}
