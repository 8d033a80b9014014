using CallFlows.Testing.Time;

namespace CallFlows.Testing.Tests;

public sealed class VirtualTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly VirtualTimeProvider _time = new(Start);

    [Fact]
    public async Task Clock_NobodyAtWork_JumpsFromTimerToTimer()
    {
        List<(string Name, DateTimeOffset At)> fired = [];
        TaskCompletionSource done = new();
        Timer("later", TimeSpan.FromDays(400), () => done.SetResult(), fired);
        Timer("sooner", TimeSpan.FromHours(1), () => { }, fired);

        await _time.RunUntilAsync(done.Task, TestContext.Current.CancellationToken);

        fired.Should().Equal(("sooner", Start.AddHours(1)), ("later", Start.AddDays(400)));
    }

    [Fact]
    public async Task Clock_SomebodyAtWork_StandsStill()
    {
        TaskCompletionSource done = new();
        Timer("timer", TimeSpan.FromSeconds(1), () => done.SetResult(), []);
        IDisposable work = _time.Hold();

        Task running = _time.RunUntilAsync(done.Task, TestContext.Current.CancellationToken);

        running.IsCompleted.Should().BeFalse();
        _time.GetUtcNow().Should().Be(Start);
        work.Dispose();
        await running;
        _time.GetUtcNow().Should().Be(Start.AddSeconds(1));
    }

    [Fact]
    public async Task Clock_TimerChangedBeforeItFires_FiresOnceAtItsNewTime()
    {
        List<(string Name, DateTimeOffset At)> fired = [];
        TaskCompletionSource done = new();
        ITimer timer = Timer("changed", TimeSpan.FromSeconds(1), () => { }, fired);
        timer.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        Timer("end", TimeSpan.FromSeconds(9), () => done.SetResult(), fired);

        await _time.RunUntilAsync(done.Task, TestContext.Current.CancellationToken);

        fired.Should().Equal(("changed", Start.AddSeconds(5)), ("end", Start.AddSeconds(9)));
    }

    [Fact]
    public async Task Clock_DisposedTimer_NeverFires()
    {
        List<(string Name, DateTimeOffset At)> fired = [];
        TaskCompletionSource done = new();
        Timer("gone", TimeSpan.FromSeconds(1), () => { }, fired).Dispose();
        Timer("end", TimeSpan.FromSeconds(2), () => done.SetResult(), fired);

        await _time.RunUntilAsync(done.Task, TestContext.Current.CancellationToken);

        fired.Should().ContainSingle().Which.Name.Should().Be("end");
    }

    [Fact]
    public async Task Clock_PeriodicTimer_FiresEveryPeriod()
    {
        List<DateTimeOffset> fired = [];
        TaskCompletionSource done = new();
        using ITimer timer = _time.CreateTimer(
            _ =>
            {
                fired.Add(_time.GetUtcNow());
                if (fired.Count == 3)
                {
                    done.SetResult();
                }
            },
            null,
            TimeSpan.FromMinutes(1),
            TimeSpan.FromMinutes(10));

        await _time.RunUntilAsync(done.Task, TestContext.Current.CancellationToken);

        fired.Should().Equal(Start.AddMinutes(1), Start.AddMinutes(11), Start.AddMinutes(21));
    }

    [Fact]
    public async Task Clock_TaskDelay_TakesNoTime()
    {
        Task delay = Task.Delay(TimeSpan.FromDays(40), _time, TestContext.Current.CancellationToken);

        await _time.RunUntilAsync(delay, TestContext.Current.CancellationToken);

        _time.GetUtcNow().Should().Be(Start.AddDays(40));
    }

    [Fact]
    public async Task Clock_TaskFails_ThrowsItsFailure()
    {
        Func<Task> run = () => _time.RunUntilAsync(Task.FromException(new InvalidDataException("broken")));

        await run.Should().ThrowAsync<InvalidDataException>();
    }

    [Fact]
    public void Exit_NobodyEntered_IsRefused()
    {
        Action exit = _time.Exit;

        exit.Should().Throw<InvalidOperationException>().WithMessage("*without Enter*");
    }

    private ITimer Timer(string name, TimeSpan due, Action action, List<(string Name, DateTimeOffset At)> fired) => _time.CreateTimer(
        _ =>
        {
            fired.Add((name, _time.GetUtcNow()));
            action();
        },
        null,
        due,
        Timeout.InfiniteTimeSpan);
}
