using System.Net.WebSockets;
using System.Text;
using CallFlows.CallAutomation.Streams;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.CallAutomation.Tests.Streams;

public sealed class CallStreamConnectionTests
{
    private static readonly byte[] Frame = Encoding.UTF8.GetBytes("""{"kind":"DtmfData","dtmfData":{"data":"7"}}""");

    private static CallStreamConnection Connection(WebSocket socket, StreamLimits? limits = null) =>
        new(socket, "connection-1", "correlation-1", new Dictionary<string, string>(), limits);

    private static async Task<List<StreamingData>> ReadAsync(CallStreamConnection connection) => await connection.ReadAsync().ToListAsync();

    private static IEnumerable<(byte[], bool)> Pieces(byte[] message, IEnumerable<int> lengths)
    {
        int at = 0;
        foreach (int length in lengths)
        {
            int end = Math.Min(message.Length, at + length);
            yield return (message[at..end], false);
            at = end;
        }

        yield return (message[at..], true);
    }

    [Fact]
    public void Frames_InAnyPieces_AreRead() => Prop.ForAll<byte[], byte[]>((first, second) =>
    {
        using FakeSocket socket = new(Pieces(Frame, first.Select(length => (int)length)).Concat(Pieces(Frame, second.Select(length => (int)length))));
        using CallStreamConnection connection = Connection(socket);

        return ReadAsync(connection).GetAwaiter().GetResult().SequenceEqual([new DtmfData("7", null, null), new DtmfData("7", null, null)]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Frame_WithoutEnd_IsGivenUpAtTheBound()
    {
        using FakeSocket socket = new(Enumerable.Repeat((new byte[1000], false), int.MaxValue));
        using CallStreamConnection connection = Connection(socket, new StreamLimits(64 * 1024, TimeSpan.FromSeconds(10)));

        UnusableMessageException problem =
            (await FluentActions.Awaiting(() => ReadAsync(connection)).Should().ThrowAsync<UnusableMessageException>()).Which;

        problem.CloseStatus.Should().Be(WebSocketCloseStatus.MessageTooBig);
        socket.Given.Should().BeLessThan(66 * 1024);
    }

    [Fact]
    public async Task Reader_ThatTakesItsTime_HasNothingReadAhead()
    {
        using FakeSocket socket = new(Enumerable.Repeat((Frame, true), 100));
        using CallStreamConnection connection = Connection(socket);
        int taken = 0;

        await foreach (StreamingData _ in connection.ReadAsync())
        {
            taken++;
            socket.Reads.Should().Be(taken);
        }

        taken.Should().Be(100);
    }

    [Fact]
    public async Task Reader_ThatGivesUp_IsLetGo()
    {
        using FakeSocket socket = new([(Frame, true)]);
        using CallStreamConnection connection = Connection(socket);

        await FluentActions.Awaiting(() => connection.ReadAsync(new CancellationToken(canceled: true)).ToListAsync().AsTask())
            .Should().ThrowAsync<OperationCanceledException>();

        (await ReadAsync(connection)).Should().ContainSingle("nobody reads any more, and nothing was lost");
    }

    [Fact]
    public async Task Sound_ThatTheServiceDoesNotTake_TimesOut()
    {
        using FakeSocket socket = new([]) { TakesNothing = true };
        using CallStreamConnection connection = Connection(socket, new StreamLimits(4096, TimeSpan.FromMilliseconds(1)));

        await FluentActions.Awaiting(() => connection.SendAudioAsync(new byte[640])).Should().ThrowAsync<TimeoutException>();
    }

    [Fact]
    public async Task Sound_WhoseSenderGivesUp_IsNoTimeout()
    {
        using FakeSocket socket = new([]) { TakesNothing = true };
        using CallStreamConnection connection = Connection(socket);
        using CancellationTokenSource giveUp = new();

        Task sending = connection.SendAudioAsync(new byte[640], giveUp.Token);
        await giveUp.CancelAsync();

        await FluentActions.Awaiting(() => sending).Should().ThrowAsync<OperationCanceledException>();
    }
}
