using CallFlows.Durable;
using CallFlows.Engine.Store;
using CallFlows.Engine.Store.Sqlite;
using CallFlows.Engine.Tests.Store;

namespace CallFlows.Engine.Tests.Sqlite;

/// <summary>What becomes of commits when the file is locked or full, or when one of them can't be written.</summary>
public sealed class FaultTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly StoreFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task LockedFile_RefusesWithAReasonAndTakesTheNextOnes()
    {
        await using SqliteStore store = new(_file.Options with { BusyTimeout = TimeSpan.Zero });
        await store.OpenAsync(default);
        using SqliteConnection shell = SqliteConnection.Open(_file.Path, TimeSpan.Zero);
        shell.Execute("BEGIN IMMEDIATE");

        InstanceRecord record = Records.Running(store, "one", Now);
        Func<Task> commit = async () => await store.CommitAsync(HalfDone.Created(record), default);
        (await commit.Should().ThrowAsync<OrchestrationStoreException>()).WithMessage("*locked by another program*");
        (await store.GetAsync("one", default)).Should().BeNull();

        shell.Execute("ROLLBACK");
        await commit();
        (await store.GetAsync("one", default)).Should().NotBeNull();
    }

    [Fact]
    public async Task FullFile_RefusesUntilSomethingIsPurged()
    {
        await using SqliteStore store = new(_file.Options with { MaxDatabaseBytes = 1024 * 1024 });
        await store.OpenAsync(default);
        List<InstanceRecord> kept = [];
        async Task FillAsync()
        {
            while (true)
            {
                InstanceRecord record = Records.Running(store, $"filler-{kept.Count}", Now);
                await store.CommitAsync(Large(record), default);
                kept.Add(record);
            }
        }

        (await FluentActions.Awaiting(FillAsync).Should().ThrowAsync<OrchestrationStoreException>()).WithMessage("*disk is full*MaxDatabaseBytes*");
        kept.Should().NotBeEmpty();
        foreach (InstanceRecord record in kept.Take(3))
        {
            await store.CommitAsync(new TurnCommit(record.InstanceId) { Number = record.Number, Purge = true }, default);
        }

        await store.CommitAsync(Large(Records.Running(store, "after", Now)), default);
        (await store.GetAsync("after", default)).Should().NotBeNull();
        (await store.GetAsync(kept[^1].InstanceId, default)).Should().NotBeNull("what was stored before stays");
    }

    [Fact]
    public async Task CommitThatCannotBeWritten_FailsAlone()
    {
        await using SqliteStore store = _file.Store();
        await store.OpenAsync(default);
        using SqliteConnection shell = SqliteConnection.Open(_file.Path, TimeSpan.Zero);

        // While the file is locked the three gather; they share a transaction afterwards.
        shell.Execute("BEGIN IMMEDIATE");
        Task good = store.CommitAsync(HalfDone.Created(Records.Running(store, "good", Now)), default).AsTask();
        TurnCommit broken = HalfDone.Created(Records.Running(store, "broken", Now));
        broken.Record = broken.Record! with { HistoryLength = int.MaxValue };
        Task bad = store.CommitAsync(broken, default).AsTask();
        Task fine = store.CommitAsync(HalfDone.Created(Records.Running(store, "fine", Now)), default).AsTask();
        shell.Execute("ROLLBACK");

        await good;
        await fine;
        await FluentActions.Awaiting(() => bad).Should().ThrowAsync<OrchestrationStoreException>();
        (await store.GetAsync("good", default)).Should().NotBeNull();
        (await store.GetAsync("fine", default)).Should().NotBeNull();
        (await store.GetAsync("broken", default)).Should().BeNull();
    }

    [Fact]
    public async Task SecondInstanceOfOneId_IsRefusedWithoutTouchingTheFirst()
    {
        await using SqliteStore store = _file.Store();
        await store.OpenAsync(default);
        await store.CommitAsync(HalfDone.Created(Records.Running(store, "one", Now)), default);

        TurnCommit second = HalfDone.Created(Records.Running(store, "one", Now.AddHours(1)));
        second.NewActivities.Add(new ActivityWork(new TaskKey("one", 1, 1), "act", "one:1:1", 1, Payload.Null));

        await FluentActions.Awaiting(async () => await store.CommitAsync(second, default)).Should().ThrowAsync<InstanceExistsException>();
        (await store.GetAsync("one", default))!.CreatedAt.Should().Be(Now);
        (await store.ReadActivitiesAsync(default)).Should().BeEmpty();
    }

    [Fact]
    public async Task ClosedStore_RefusesCommitsAndReads()
    {
        SqliteStore store = _file.Store();
        await store.OpenAsync(default);
        await store.DisposeAsync();

        await FluentActions.Awaiting(async () => await store.CommitAsync(HalfDone.Created(Records.Running(store, "one", Now)), default))
            .Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task Timers_ComeInWindowsThatNeverSplitATime()
    {
        await using SqliteStore store = _file.Store();
        await store.OpenAsync(default);
        TurnCommit commit = HalfDone.Created(Records.Running(store, "one", Now));
        foreach ((int task, int second) in new[] { (1, 1), (2, 2), (3, 2), (4, 2), (5, 9) })
        {
            commit.NewTimers.Add(new TimerRecord(new TaskKey("one", 1, task), Now.AddSeconds(second)));
        }

        await store.CommitAsync(commit, default);
        TimerWindow window = await store.ReadTimersAsync(2, default);
        TimerWindow all = await store.ReadTimersAsync(100, default);

        window.Timers.Select(timer => timer.Key.TaskId).Should().BeEquivalentTo([1, 2, 3, 4]);
        window.Until.Should().BeAfter(Now.AddSeconds(2)).And.BeOnOrBefore(Now.AddSeconds(9));
        all.Timers.Should().HaveCount(5);
        all.Until.Should().BeNull();
    }

    private static TurnCommit Large(InstanceRecord record)
    {
        TurnCommit commit = HalfDone.Created(record);
        commit.History[0] = commit.History[0] with { Payload = Payload.From(new string('x', 50_000)) };
        return commit;
    }
}
