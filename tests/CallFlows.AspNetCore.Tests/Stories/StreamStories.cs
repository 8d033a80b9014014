using System.Net;
using System.Net.WebSockets;
using System.Text;
using CallFlows.AspNetCore.Tests.Server;
using CallFlows.CallAutomation.Streams;
using CallFlows.Flows;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Tests.Stories;

/// <summary>Web sockets of the service, and handlers of the application.</summary>
public sealed class StreamStories
{
    private const string Metadata =
        """{"kind":"AudioMetadata","audioMetadata":{"subscriptionId":"s1","encoding":"PCM","sampleRate":16000,"channels":1,"length":640}}""";

    private const string Sound = """{"kind":"AudioData","audioData":{"data":"AQIDBA==","silent":false}}""";

    private sealed class Line : InboundCallFlow
    {
        protected override Task RunAsync(IncomingCall incoming) => Task.CompletedTask;
    }

    private static async Task<FlowServer> StartAsync(Func<CallStreamConnection, CancellationToken, Task> handle)
    {
        FlowServer server = FlowServer.Build(flows => flows.Add<Line>(when => when.Otherwise()), []);
        server.Endpoints.MapCallStream("/streams/{kind}", handle, bounds =>
        {
            bounds.MaxMessageBytes = 4096;
            bounds.SendTimeout = TimeSpan.FromSeconds(20);
        });
        await server.StartAsync();
        return server;
    }

    private static async Task<ClientWebSocket> ConnectAsync(FlowServer server, string path = "/streams/sound?flow=7", string? token = null)
    {
        ClientWebSocket socket = new();
        socket.Options.SetRequestHeader("Authorization", $"Bearer {token ?? TokenIssuer.Token()}");
        socket.Options.SetRequestHeader("x-ms-call-connection-id", "connection-1");
        socket.Options.SetRequestHeader("x-ms-call-correlation-id", "correlation-1");
        socket.Options.CollectHttpResponseDetails = true;
        Uri address = new(new UriBuilder(server.Http.BaseAddress!) { Scheme = "ws" }.Uri, path);
        try
        {
            await socket.ConnectAsync(address, CancellationToken.None).WaitAsync(Guard.Patience);
            return socket;
        }
        catch (WebSocketException)
        {
            return socket;
        }
    }

    private static Task SendAsync(ClientWebSocket socket, string text, WebSocketMessageType type = WebSocketMessageType.Text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), type, true, CancellationToken.None).WaitAsync(Guard.Patience);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        byte[] buffer = new byte[8192];
        WebSocketReceiveResult read = await socket.ReceiveAsync(buffer, CancellationToken.None).OrHang();
        return read.MessageType == WebSocketMessageType.Close ? $"closed {(int?)socket.CloseStatus}" : Encoding.UTF8.GetString(buffer, 0, read.Count);
    }

    private static async Task ReadAllAsync(CallStreamConnection stream, CancellationToken cancellationToken)
    {
        await foreach (StreamingData data in stream.ReadAsync(cancellationToken))
        {
            data.Should().NotBeNull();
        }
    }

    [Fact]
    public async Task Stream_OfTheService_ReachesTheHandlerInOrder()
    {
        List<string> seen = [];
        TaskCompletionSource ended = new();
        await using FlowServer server = await StartAsync(async (stream, token) =>
        {
            seen.Add($"{stream.CallConnectionId} {stream.CorrelationId} {stream.Parameters["kind"]} {stream.Parameters["flow"]}");
            await foreach (StreamingData data in stream.ReadAsync(token))
            {
                seen.Add(data is AudioData audio ? $"{audio.Data.Length} bytes" : data.ToString());
            }

            ended.SetResult();
        });
        using ClientWebSocket socket = await ConnectAsync(server, "/streams/sound?flow=7&kind=forged");

        await SendAsync(socket, Metadata);
        await SendAsync(socket, Sound);
        await SendAsync(socket, """{"kind":"Novelty","novelty":{}}""");
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await ended.Task.WaitAsync(Guard.Patience);

        seen.Should().Equal("connection-1 correlation-1 sound 7", "AudioMetadata", "4 bytes", "UnknownStreamingData");
        (await ReceiveAsync(socket)).Should().Be("closed 1000");
    }

    [Fact]
    public async Task Handler_ThatSendsSound_IsHeardByTheService()
    {
        await using FlowServer server = await StartAsync(async (stream, token) =>
        {
            await foreach (StreamingData _ in stream.ReadAsync(token))
            {
                await stream.SendAudioAsync(new byte[] { 1, 2, 3, 4 }, token);
                await stream.StopAudioAsync(token);
            }
        });
        using ClientWebSocket socket = await ConnectAsync(server);

        await SendAsync(socket, Sound);

        (await ReceiveAsync(socket)).Should().Contain("\"Data\":\"AQIDBA==\"");
        (await ReceiveAsync(socket)).Should().Be("""{"Kind":"StopAudio","AudioData":null,"StopAudio":{}}""");
    }

    [Fact]
    public async Task Handler_ThatSendsHalfASample_IsToldSo()
    {
        TaskCompletionSource<Exception> thrown = new();
        await using FlowServer server = await StartAsync(async (stream, token) =>
            thrown.SetResult((await FluentActions.Awaiting(() => stream.SendAudioAsync(new byte[3], token)).Should().ThrowAsync<ArgumentException>()).Which));
        using ClientWebSocket socket = await ConnectAsync(server);

        (await thrown.Task.OrHang()).Message.Should().Contain("two bytes; these are 3");
    }

    [Theory]
    [InlineData("not json", WebSocketMessageType.Text, 1007)]
    [InlineData("""{"kind":"AudioData"}""", WebSocketMessageType.Text, 1007)]
    [InlineData("binary", WebSocketMessageType.Binary, 1003)]
    public async Task Stream_OfWhatIsNoFrame_IsClosedWithAReason(string message, WebSocketMessageType type, int code)
    {
        await using FlowServer server = await StartAsync(ReadAllAsync);
        using ClientWebSocket socket = await ConnectAsync(server);

        await SendAsync(socket, message, type);

        (await ReceiveAsync(socket)).Should().Be($"closed {code}");
        socket.CloseStatusDescription.Should().NotBeNullOrEmpty().And.NotContain("not json");
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await server.Logs.UntilAsync(lines => lines.Any(line => line.Level == LogLevel.Warning && line.Text.Contains("connection-1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Stream_OfAFrameWithoutEnd_IsClosedBeforeItFillsMemory()
    {
        await using FlowServer server = await StartAsync(ReadAllAsync);
        using ClientWebSocket socket = await ConnectAsync(server);
        byte[] part = Encoding.UTF8.GetBytes(new string('x', 1024));

        for (int i = 0; i < 5; i++)
        {
            await socket.SendAsync(part, WebSocketMessageType.Text, endOfMessage: false, CancellationToken.None).WaitAsync(Guard.Patience);
        }

        (await ReceiveAsync(socket)).Should().Be("closed 1009");
    }

    [Fact]
    public async Task Handler_ThatThrows_ClosesItsSocketAndIsLogged()
    {
        await using FlowServer server = await StartAsync((_, _) => throw new InvalidDataException("secret of the application"));
        using ClientWebSocket socket = await ConnectAsync(server);

        (await ReceiveAsync(socket)).Should().Be("closed 1011");
        socket.CloseStatusDescription.Should().NotContain("secret");
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await server.Logs.UntilAsync(lines => lines.Any(line => line.Level == LogLevel.Error && line.Exception is InvalidDataException));
    }

    [Fact]
    public async Task Handler_ThatHasHadEnough_ClosesTheSocket()
    {
        await using FlowServer server = await StartAsync((_, _) => Task.CompletedTask);
        using ClientWebSocket socket = await ConnectAsync(server);

        (await ReceiveAsync(socket)).Should().Be("closed 1000");
    }

    [Fact]
    public async Task Handler_ThatReadsTwiceAtOnce_IsRefused()
    {
        TaskCompletionSource<Exception> thrown = new();
        await using FlowServer server = await StartAsync(async (stream, token) =>
        {
            await foreach (StreamingData _ in stream.ReadAsync(token))
            {
                thrown.SetResult((await FluentActions.Awaiting(() => ReadAllAsync(stream, token)).Should().ThrowAsync<InvalidOperationException>()).Which);
            }
        });
        using ClientWebSocket socket = await ConnectAsync(server);

        await SendAsync(socket, Sound);

        (await thrown.Task.OrHang()).Message.Should().StartWith("Somebody reads this stream already");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task Stream_WithoutAGoodToken_IsRefused(string token)
    {
        bool handled = false;
        await using FlowServer server = await StartAsync((_, _) => Task.FromResult(handled = true));
        using ClientWebSocket socket = await ConnectAsync(server, token: token);

        socket.HttpStatusCode.Should().Be(HttpStatusCode.Unauthorized);
        handled.Should().BeFalse();
    }

    [Fact]
    public async Task Stream_ForSomebodyElse_IsRefused()
    {
        await using FlowServer server = await StartAsync(ReadAllAsync);
        using ClientWebSocket socket = await ConnectAsync(server, token: TokenIssuer.Token("somebody else"));

        socket.HttpStatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Stream_WhileTheKeysCannotBeFetched_IsPutOff()
    {
        await using FlowServer server = await StartAsync(ReadAllAsync);
        server.Issuer.IsDown = true;
        using ClientWebSocket socket = await ConnectAsync(server);

        socket.HttpStatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Request_ThatIsNoWebSocket_IsToldSo()
    {
        await using FlowServer server = await StartAsync(ReadAllAsync);

        HttpResponseMessage answer = await server.GetAsync("/streams/sound");

        answer.StatusCode.Should().Be(HttpStatusCode.UpgradeRequired);
    }

    private sealed class Recorder(Recorder.Notes notes) : IStreamHandler, IDisposable
    {
        public sealed class Notes
        {
            public TaskCompletionSource<string> Told { get; } = new();
        }

        private string _seen = "";

        public async Task HandleAsync(CallStreamConnection stream, CancellationToken cancellationToken)
        {
            await foreach (StreamingData data in stream.ReadAsync(cancellationToken))
            {
                _seen += data;
            }
        }

        public void Dispose() => notes.Told.SetResult($"{_seen}, disposed");
    }

    [Fact]
    public async Task Handler_OfAType_IsMadeOfTheServicesAndDisposed()
    {
        Recorder.Notes notes = new();
        await using FlowServer server = FlowServer.Build(
            flows => flows.Add<Line>(when => when.Otherwise()), [], registerMore: services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(services, notes));
        server.Endpoints.MapCallStream<Recorder>("/streams/sound");
        await server.StartAsync();
        using ClientWebSocket socket = await ConnectAsync(server);

        await SendAsync(socket, Metadata);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

        (await notes.Told.Task.OrHang()).Should().Be("AudioMetadata, disposed");
    }

    [Theory]
    [InlineData(100, 10)]
    [InlineData(1_000_000_000, 10)]
    [InlineData(4096, 0)]
    [InlineData(4096, 301)]
    public async Task Bounds_OutOfTheirRange_AreRefused(int bytes, int seconds)
    {
        await using FlowServer server = FlowServer.Build(flows => flows.Add<Line>(when => when.Otherwise()), []);

        FluentActions.Invoking(() => server.Endpoints.MapCallStream("/streams", ReadAllAsync, bounds =>
        {
            bounds.MaxMessageBytes = bytes;
            bounds.SendTimeout = TimeSpan.FromSeconds(seconds);
        })).Should().Throw<ArgumentException>();
    }
}
