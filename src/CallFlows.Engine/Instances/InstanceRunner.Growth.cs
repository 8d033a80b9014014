namespace CallFlows.Engine.Instances;

/// <content>
/// While a commit waits for its turn to be written, its turn takes in what comes: an activity's result and the callback that follows it at
/// once share one commit, and the callback does not wait for the result's fsync before its own.
/// </content>
internal sealed partial class InstanceRunner
{
    /// <summary>Lets a turn whose commit has been handed to the store take in more, if it may.</summary>
    private void LeaveOpen(Turn turn)
    {
        if (_step != TurnStep.Continue || Engine.Options.DropAfterEveryEvent)
        {
            return;
        }

        lock (_mailbox)
        {
            _open = turn;
            if (_mailbox.Count > 0)
            {
                GrowOpenTurn();
            }
        }
    }

    /// <summary>Sees to it that the open turn, if there is one, takes in what is in the mailbox. Under the lock.</summary>
    private void GrowOpenTurn()
    {
        if (_open is not null && !_isGrowing)
        {
            _isGrowing = true;
            ThreadPool.UnsafeQueueUserWorkItem(static runner => runner.Grow(), this, preferLocal: false);
        }
    }

    private void Grow()
    {
        Turn turn;
        lock (_mailbox)
        {
            // The commit may have been sealed, or even written, before this thread came to run.
            if (_open is null || !_open.Commit.TryGrow())
            {
                _isGrowing = false;
                _open = null;
                return;
            }

            turn = _open;
        }

        // Until the growth ends the store leaves the commit alone, so batch and turn belong to this thread.
        Exception? failure = null;
        while (TryRefillBatch(turn, failure))
        {
            try
            {
                TakeBatchIn(turn);
            }
            catch (Exception error)
            {
                failure = error;
            }
        }
    }

    /// <summary>Adds what has come to the batch; ends the growth when nothing has, or the turn takes nothing more.</summary>
    private bool TryRefillBatch(Turn turn, Exception? failure)
    {
        lock (_mailbox)
        {
            bool takesMore = failure is null && _step == TurnStep.Continue;
            if (takesMore)
            {
                FillBatch();
            }

            if (_taken < _batch.Count && takesMore)
            {
                return true;
            }

            if (!takesMore || _batch.Count >= MaxMessagesPerTurn)
            {
                _open = null;
            }

            _isGrowing = false;
            turn.Commit.EndGrowth(failure);
            return false;
        }
    }
}
