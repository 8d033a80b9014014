using CallFlows.Testing.Time;

namespace CallFlows.Testing.Tests;

public sealed class StreamPaceTests
{
    private const string Call = "connection-1";
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly VirtualTimeProvider _time = new(Start);

    private Task MinuteAsync() => _time.RunUntilAsync(Task.Delay(TimeSpan.FromMinutes(1), _time));

    [Fact]
    public async Task Clock_WhileFramesAreNotDoneWith_StandsStill()
    {
        using StreamPace pace = new(_time, Never);
        pace.FrameSent(Call);
        pace.FrameSent(Call);

        Task minute = MinuteAsync();
        pace.FrameTaken(Call);
        DateTimeOffset before = _time.GetUtcNow();
        pace.FrameTaken(Call);
        await minute;

        before.Should().Be(Start);
        _time.GetUtcNow().Should().Be(Start.AddMinutes(1));
    }

    [Fact]
    public async Task Clock_WhileAnAnswerIsOnItsWay_StandsStill()
    {
        using StreamPace pace = new(_time, Never);
        pace.MessageSent(Call);

        Task minute = MinuteAsync();
        DateTimeOffset before = _time.GetUtcNow();
        pace.MessageTaken(Call);
        await minute;

        before.Should().Be(Start);
    }

    [Fact]
    public async Task Clock_OfOneCall_IsNotFreedByAnother()
    {
        using StreamPace pace = new(_time, Never);
        pace.FrameSent(Call);

        Task minute = MinuteAsync();
        pace.FrameTaken("connection-2");
        pace.Ended("connection-2");
        DateTimeOffset before = _time.GetUtcNow();
        pace.Ended(Call);
        await minute;

        before.Should().Be(Start);
    }

    [Fact]
    public async Task Clock_OfAReaderThatWaitsForIt_GoesOnAfterAGrace()
    {
        using StreamPace pace = new(_time, TimeSpan.FromMilliseconds(1));
        pace.FrameSent(Call);

        await MinuteAsync();
        pace.FrameSent(Call);
        await MinuteAsync();

        _time.GetUtcNow().Should().Be(Start.AddMinutes(2), "it isn't waited for any more");
    }

    [Fact]
    public async Task Clock_WhenTheWorldEnds_IsFree()
    {
        using (StreamPace pace = new(_time, Never))
        {
            pace.FrameSent(Call);
        }

        await MinuteAsync();
    }
}
