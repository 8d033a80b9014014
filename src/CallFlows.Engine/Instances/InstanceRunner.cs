using CallFlows.Engine.Hosting;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Instances;

/// <summary>Runs the turns of one instance, one at a time, as long as there are messages for it.</summary>
internal sealed partial class InstanceRunner(string instanceId, InstanceTable table) : IThreadPoolWorkItem
{
    private const int MaxMessagesPerTurn = 64;

    // Also the lock of what is below: waiting instances are many, and a lock of its own takes memory.
    private readonly Mailbox _mailbox = new();
    private readonly List<InstanceMessage> _batch = [];
    private bool _isScheduled;
    private bool _isClosed;
    private LoadedInstance? _loaded;
    private volatile InstanceRecord? _committed;

    public string InstanceId => instanceId;

    private EngineServices Engine => table.Engine;

    /// <summary>Whether this runner is in the line of those that wait; kept by the line, as are the four below.</summary>
    public bool IsInLine { get; set; }

    /// <summary>The runner before this one in the line.</summary>
    public InstanceRunner? Before { get; set; }

    /// <summary>The runner after this one in the line.</summary>
    public InstanceRunner? After { get; set; }

    /// <summary>Since when it waits, as a timestamp.</summary>
    public long WaitsSince { get; set; }

    /// <summary>About how much memory it takes while it waits.</summary>
    public long Bytes { get; set; }

    /// <summary>Where the instance stands in the store; null when this runner can't tell.</summary>
    public InstanceRecord? Committed => _committed;

    /// <summary>
    /// Takes a message, or refuses it, and sees to it that a turn runs. False when this runner is closed and another must be made.
    /// </summary>
    public bool TryPost(InstanceMessage message)
    {
        if (table.IsHalted)
        {
            // What is durable comes again after the next start; a client must know that its call did nothing.
            Refuse(message);
            return true;
        }

        bool isTooMuch;
        bool starts;
        lock (_mailbox)
        {
            if (_isClosed)
            {
                return false;
            }

            isTooMuch = message.MayBeRefused && _mailbox.Count >= Engine.Options.MaxWaitingEvents;
            starts = !isTooMuch && TakeOn(message);
        }

        if (isTooMuch)
        {
            message.Fail(Admission.Busy(
                $"{Engine.Options.MaxWaitingEvents} messages wait for instance '{instanceId}'", nameof(EngineOptions.MaxWaitingEvents)));
        }
        else if (starts)
        {
            table.RunnerStarts();
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        return true;
    }

    /// <summary>Puts a message in the mailbox, under its lock.</summary>
    /// <returns>Whether this runner must be started for it; otherwise it runs, and its turn takes the message in as soon as it may.</returns>
    private bool TakeOn(InstanceMessage message)
    {
        _mailbox.AddLast(message);
        if (_isScheduled)
        {
            GrowOpenTurn();
            return false;
        }

        _isScheduled = true;
        Engine.Tracker.Enter();
        return true;
    }

    /// <summary>Drops the instance from memory unless it has something to do.</summary>
    public bool TryDrop()
    {
        lock (_mailbox)
        {
            if (_isScheduled)
            {
                return false;
            }

            _loaded = null;
            _committed = null;
            Close();
            return true;
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = RunAsync();

    private async Task RunAsync()
    {
        long bytes = 0;
        while (TryTakeBatch())
        {
            await RunTurnAsync().ConfigureAwait(false);
            bytes = _loaded?.EstimatedBytes ?? 0;
        }

        table.RunnerRests(this, bytes);
        Engine.Tracker.Exit();
    }

    private bool TryTakeBatch()
    {
        lock (_mailbox)
        {
            _open = null;
            _batch.Clear();
            FillBatch();
            if (_batch.Count > 0)
            {
                return true;
            }

            _isScheduled = false;
            _batch.TrimExcess();
            _mailbox.Trim();
            if (_loaded is not { Record.IsFinished: false })
            {
                Close();
            }

            return false;
        }
    }

    /// <summary>Moves messages from the mailbox into the batch, as many as one turn may take in.</summary>
    private void FillBatch()
    {
        int most = Engine.Options.DropAfterEveryEvent ? 1 : MaxMessagesPerTurn;
        while (_batch.Count < most && _mailbox.TryTakeFirst(out InstanceMessage? first))
        {
            _batch.Add(first);
        }
    }

    private static void Refuse(InstanceMessage message) =>
        message.Fail(new ObjectDisposedException(nameof(OrchestrationEngine), "The engine has stopped; nothing was changed."));

    private void Close()
    {
        _isClosed = true;
        table.Remove(this);
    }
}
