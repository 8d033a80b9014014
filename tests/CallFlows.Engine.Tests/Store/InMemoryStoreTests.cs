using CallFlows.Engine.Store;

namespace CallFlows.Engine.Tests.Store;

/// <summary>What the store in memory reads out, beyond what every engine's tests show.</summary>
public sealed class InMemoryStoreTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly InMemoryStore _store = new();

    [Fact]
    public async Task ReadTimers_GivesThoseDueNextUpToTheLimit()
    {
        await CommitAsync("a", timers: [30, 10]);
        await CommitAsync("b", timers: [40, 20]);

        TimerWindow two = await _store.ReadTimersAsync(2, CancellationToken.None);
        TimerWindow all = await _store.ReadTimersAsync(4, CancellationToken.None);

        SecondsOf(two).Should().Equal(10, 20);
        two.Until.Should().Be(Start.AddSeconds(30));
        SecondsOf(all).Should().Equal(10, 20, 30, 40);
        all.Until.Should().BeNull("these were all");
    }

    [Fact]
    public async Task ReadTimers_OfOneTime_GivesThemTogether()
    {
        await CommitAsync("a", timers: [10]);
        await CommitAsync("b", timers: [10]);
        await CommitAsync("c", timers: [10, 11]);

        TimerWindow window = await _store.ReadTimersAsync(1, CancellationToken.None);

        SecondsOf(window).Should().Equal(10, 10, 10);
        window.Until.Should().Be(Start.AddSeconds(11));
    }

    [Fact]
    public async Task ReadTimers_AfterTimersEndedOrWereCleared_LeavesThemOut()
    {
        await CommitAsync("ended", timers: [10, 20]);
        await CommitAsync("cleared", timers: [11]);
        await CommitAsync("purged", timers: [12]);
        TurnCommit ended = new("ended");
        ended.EndedTimers.Add(new TaskKey("ended", 1, 1));

        await _store.CommitAsync(ended, CancellationToken.None);
        await _store.CommitAsync(new TurnCommit("cleared") { Record = Records.Running(_store, "cleared", Start), ClearTimers = true }, CancellationToken.None);
        await _store.CommitAsync(new TurnCommit("purged") { Purge = true }, CancellationToken.None);

        SecondsOf(await _store.ReadTimersAsync(10, CancellationToken.None)).Should().Equal(20);
    }

    private static IEnumerable<double> SecondsOf(TimerWindow window) => window.Timers.Select(timer => (timer.FireAt - Start).TotalSeconds);

    private async Task CommitAsync(string id, int[] timers)
    {
        TurnCommit commit = new(id) { IsNew = true, Record = Records.Running(_store, id, Start) };
        for (int i = 0; i < timers.Length; i++)
        {
            commit.NewTimers.Add(new TimerRecord(new TaskKey(id, 1, i + 1), Start.AddSeconds(timers[i])));
        }

        await _store.CommitAsync(commit, CancellationToken.None);
    }
}
