using CallFlows.Engine.Diagnostics;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Instances;

/// <content>One turn: takes the batch in, commits, lets its effects out.</content>
internal sealed partial class InstanceRunner
{
    /// <summary>How many messages of the batch the turn has taken in.</summary>
    private int _taken;

    private TurnStep _step;

    /// <summary>The turn whose commit waits to be written; null when there is none, or it takes nothing in any more.</summary>
    private Turn? _open;

    private bool _isGrowing;

    /// <param name="mayBeNew">
    /// Whether to go by what the first message expects. Starting an instance then costs no look into the store: should there be one, the store
    /// refuses the commit, and the turn is run again on what is there.
    /// </param>
    private async ValueTask RunTurnAsync(bool mayBeNew = true)
    {
        Turn turn;
        try
        {
            bool isLookedUp = _loaded is null && !(mayBeNew && _batch[0].ExpectsNoInstance);
            if (isLookedUp && await Engine.Store.LoadAsync(instanceId, CancellationToken.None).ConfigureAwait(false) is { } found)
            {
                _loaded = new LoadedInstance(found.Record) { History = [.. found.History] };
                _loaded.History.ForEach(_loaded.Weigh);
            }

            _taken = 0;
            _step = TurnStep.Continue;
            turn = new Turn(Engine, instanceId, _loaded);
            TakeBatchIn(turn);
        }
        catch (Exception error)
        {
            await GiveUpTurnAsync(error).ConfigureAwait(false);
            return;
        }

        if (!turn.Commit.IsEmpty && await CommitAsync(turn).ConfigureAwait(false) is { } lost)
        {
            if (lost is InstanceExistsException && mayBeNew)
            {
                await RunTurnAsync(mayBeNew: false).ConfigureAwait(false);
                return;
            }

            await GiveUpTurnAsync(lost).ConfigureAwait(false);
            return;
        }

        _loaded = _step == TurnStep.Reload || Engine.Options.DropAfterEveryEvent ? null : turn.Instance;
        _committed = turn.Instance?.Record;
        PutBack(turn.Commit);
        table.Effects.Apply(turn);
        for (int i = 0; i < _taken; i++)
        {
            _batch[i].Acknowledge();
        }
    }

    private void TakeBatchIn(Turn turn)
    {
        while (_taken < _batch.Count && _step == TurnStep.Continue)
        {
            _step = turn.Take(_batch[_taken]);
            _taken += _step == TurnStep.Reload ? 0 : 1;
        }

        turn.Close();
    }

    /// <summary>Commits, and when the answer is lost finds out what became of it: a commit that took effect must not be left without.</summary>
    /// <returns>Null when the commit is durable, else why it isn't.</returns>
    private async ValueTask<Exception?> CommitAsync(Turn turn)
    {
        TurnCommit commit = turn.Commit;
        try
        {
            ValueTask written = Engine.Store.CommitAsync(commit, CancellationToken.None);
            if (!written.IsCompleted)
            {
                LeaveOpen(turn);
            }

            await written.ConfigureAwait(false);
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
                    InstanceRecord? stored = await Engine.Store.GetAsync(instanceId, CancellationToken.None).ConfigureAwait(false);
                    bool tookEffect = commit.Purge ? stored is null : commit.Record is { } meant && stored?.Turn == meant.Turn;
                    return tookEffect ? null : error;
                }
                catch (Exception unknown) when (!table.IsHalted)
                {
                    Log.OutcomeUnknown(Engine.Logger, unknown, instanceId);
                    _committed = null;
                    _batch.ForEach(message => message.Fail(error));
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
    private void PutBack(TurnCommit commit)
    {
        if (_taken == _batch.Count && commit.SentMessages.Count == 0)
        {
            return;
        }

        InternalMessage? next = commit.SentMessages.Find(message => message.Content is NextGeneration)?.Content;
        lock (_mailbox)
        {
            for (int i = _batch.Count - 1; i >= _taken; i--)
            {
                _mailbox.AddFirst(_batch[i]);
            }

            if (next is not null && table.IsHalted)
            {
                // The next execution begins after the next start, and so does what is meant for it.
                while (_mailbox.TryTakeFirst(out InstanceMessage? waiting))
                {
                    Refuse(waiting);
                }
            }
            else if (next is not null)
            {
                _mailbox.AddFirst(next);
            }
        }
    }

    /// <summary>The turn is lost: forgets the code in memory, which is ahead of the store.</summary>
    private async ValueTask GiveUpTurnAsync(Exception error)
    {
        Log.TurnLost(Engine.Logger, error, instanceId);
        _loaded = null;
        _committed = null;
        List<InstanceMessage> kept = _batch.FindAll(message => message.IsKeptOnFailure);
        foreach (InstanceMessage message in _batch)
        {
            message.Fail(error);
        }

        if (kept.Count == 0 || table.IsHalted)
        {
            return;
        }

        lock (_mailbox)
        {
            for (int i = kept.Count - 1; i >= 0; i--)
            {
                _mailbox.AddFirst(kept[i]);
            }
        }

        await table.PauseAsync().ConfigureAwait(false);
    }
}
