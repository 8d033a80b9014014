using CallFlows.Engine.Diagnostics;
using CallFlows.Engine.Hosting;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Instances;

/// <summary>Runs the turns of one instance, one at a time, as long as there are messages for it.</summary>
internal sealed class InstanceRunner(string instanceId, EngineServices engine, InstanceTable table, TurnEffects effects) : IThreadPoolWorkItem
{
    private const int MaxMessagesPerTurn = 64;

    private readonly Lock _gate = new();
    private readonly LinkedList<InstanceMessage> _mailbox = [];
    private bool _isScheduled;
    private bool _isClosed;
    private LoadedInstance? _loaded;

    public string InstanceId => instanceId;

    /// <summary>This runner's place in the order of last use, kept by the table.</summary>
    public LinkedListNode<InstanceRunner>? Place { get; set; }

    /// <summary>Takes a message and sees to it that a turn runs. False when this runner is closed and another must be made.</summary>
    public bool TryPost(InstanceMessage message)
    {
        if (table.IsHalted)
        {
            // What is durable comes again after the next start; a client must know that its call did nothing.
            Refuse([message]);
            return true;
        }

        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            _mailbox.AddLast(message);
            if (_isScheduled)
            {
                return true;
            }

            _isScheduled = true;
            engine.Tracker.Enter();
        }

        table.RunnerStarts();
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    /// <summary>Drops the instance from memory unless it has something to do.</summary>
    public bool TryDrop()
    {
        lock (_gate)
        {
            if (_isScheduled)
            {
                return false;
            }

            _loaded = null;
            Close();
            return true;
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = RunAsync();

    private async Task RunAsync()
    {
        List<InstanceMessage> batch = [];
        while (TryTakeBatch(batch))
        {
            await RunTurnAsync(batch).ConfigureAwait(false);
            batch.Clear();
        }

        table.RunnerRests(this);
        engine.Tracker.Exit();
    }

    private bool TryTakeBatch(List<InstanceMessage> batch)
    {
        lock (_gate)
        {
            int most = engine.Options.DropAfterEveryEvent ? 1 : MaxMessagesPerTurn;
            while (batch.Count < most && _mailbox.First is { } first)
            {
                _mailbox.RemoveFirst();
                batch.Add(first.Value);
            }

            if (batch.Count > 0)
            {
                return true;
            }

            _isScheduled = false;
            if (_loaded is not { Record.IsFinished: false })
            {
                Close();
            }

            return false;
        }
    }

    /// <param name="batch">What the turn may take in.</param>
    /// <param name="mayBeNew">
    /// Whether to go by what the first message expects. Starting an instance then costs no look into the store: should there be one, the store
    /// refuses the commit, and the turn is run again on what is there.
    /// </param>
    private async ValueTask RunTurnAsync(List<InstanceMessage> batch, bool mayBeNew = true)
    {
        Turn turn;
        int taken = 0;
        TurnStep step = TurnStep.Continue;
        try
        {
            bool isLookedUp = _loaded is null && !(mayBeNew && batch[0].ExpectsNoInstance);
            if (isLookedUp && await engine.Store.LoadAsync(instanceId, CancellationToken.None).ConfigureAwait(false) is { } found)
            {
                _loaded = new LoadedInstance(found.Record) { History = [.. found.History] };
            }

            turn = new Turn(engine, instanceId, _loaded);
            while (taken < batch.Count && step == TurnStep.Continue)
            {
                step = turn.Take(batch[taken]);
                taken += step == TurnStep.Reload ? 0 : 1;
            }

            turn.Close();
        }
        catch (Exception error)
        {
            await GiveUpTurnAsync(batch, error).ConfigureAwait(false);
            return;
        }

        if (!turn.Commit.IsEmpty && await CommitAsync(turn.Commit, batch).ConfigureAwait(false) is { } lost)
        {
            if (lost is InstanceExistsException && mayBeNew)
            {
                await RunTurnAsync(batch, mayBeNew: false).ConfigureAwait(false);
                return;
            }

            await GiveUpTurnAsync(batch, lost).ConfigureAwait(false);
            return;
        }

        _loaded = step == TurnStep.Reload || engine.Options.DropAfterEveryEvent ? null : turn.Instance;
        PutBack(batch, taken, turn.Commit);
        effects.Apply(turn);
        for (int i = 0; i < taken; i++)
        {
            batch[i].Acknowledge();
        }
    }

    /// <summary>Commits, and when the answer is lost finds out what became of it: a commit that took effect must not be left without.</summary>
    /// <returns>Null when the commit is durable, else why it isn't.</returns>
    private async ValueTask<Exception?> CommitAsync(TurnCommit commit, List<InstanceMessage> batch)
    {
        try
        {
            await engine.Store.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (InstanceExistsException exists)
        {
            return exists;
        }
        catch (Exception error)
        {
            while (true)
            {
                try
                {
                    InstanceRecord? stored = await engine.Store.GetAsync(instanceId, CancellationToken.None).ConfigureAwait(false);
                    bool tookEffect = commit.Purge ? stored is null : commit.Record is { } meant && stored?.Turn == meant.Turn;
                    return tookEffect ? null : error;
                }
                catch (Exception unknown) when (!table.IsHalted)
                {
                    Log.OutcomeUnknown(engine.Logger, unknown, instanceId);
                    batch.ForEach(message => message.Fail(error));
                    await table.PauseAsync().ConfigureAwait(false);
                }
                catch (Exception unknown)
                {
                    // The next start reads from the store what became of it.
                    return unknown;
                }
            }
        }
    }

    /// <summary>Puts what the turn left first in line again, behind the message that lets the instance go on as new.</summary>
    private void PutBack(List<InstanceMessage> batch, int taken, TurnCommit commit)
    {
        if (taken == batch.Count && commit.SentMessages.Count == 0)
        {
            return;
        }

        InternalMessage? next = commit.SentMessages.Find(message => message.Content is NextGeneration)?.Content;
        lock (_gate)
        {
            for (int i = batch.Count - 1; i >= taken; i--)
            {
                _mailbox.AddFirst(batch[i]);
            }

            if (next is not null && table.IsHalted)
            {
                // The next execution begins after the next start, and so does what is meant for it.
                Refuse(_mailbox);
                _mailbox.Clear();
            }
            else if (next is not null)
            {
                _mailbox.AddFirst(next);
            }
        }
    }

    /// <summary>The turn is lost: forgets the code in memory, which is ahead of the store.</summary>
    private async ValueTask GiveUpTurnAsync(List<InstanceMessage> batch, Exception error)
    {
        Log.TurnLost(engine.Logger, error, instanceId);
        _loaded = null;
        List<InstanceMessage> kept = batch.FindAll(message => message.IsKeptOnFailure);
        foreach (InstanceMessage message in batch)
        {
            message.Fail(error);
        }

        if (kept.Count == 0 || table.IsHalted)
        {
            return;
        }

        lock (_gate)
        {
            for (int i = kept.Count - 1; i >= 0; i--)
            {
                _mailbox.AddFirst(kept[i]);
            }
        }

        await table.PauseAsync().ConfigureAwait(false);
    }

    private static void Refuse(IEnumerable<InstanceMessage> messages)
    {
        foreach (InstanceMessage message in messages)
        {
            message.Fail(new ObjectDisposedException(nameof(OrchestrationEngine), "The engine has stopped; nothing was changed."));
        }
    }

    private void Close()
    {
        _isClosed = true;
        table.Remove(this);
    }
}
