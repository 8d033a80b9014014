namespace CallFlows.Emulator.Switchboard;

/// <summary>
/// The one queue of the switchboard. Commands run one at a time, in the order posted, on the thread that found the queue
/// idle; so a timer of a manual clock has done its work when the clock's advance returns.
/// </summary>
internal sealed partial class SwitchboardQueue(WorkTracker work, TimeProvider time, ILogger<SwitchboardQueue> logger)
{
    private readonly Lock _gate = new();
    private readonly Queue<Action> _commands = new();
    private bool _draining;
    private int _turnThread;

    public DateTimeOffset Now => time.GetUtcNow();

    public void Post(Action command)
    {
        WorkTracker.Scope scope = work.Begin();
        lock (_gate)
        {
            _commands.Enqueue(() => { using (scope) Run(command); });
            if (_draining)
                return;
            _draining = true;
        }

        Drain();
    }

    public Task<T> RunAsync<T>(Func<T> command)
    {
        TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            try
            {
                done.SetResult(command());
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        });
        return done.Task;
    }

    /// <summary>Runs a command and waits for it; at once when called from a command.</summary>
    public T Run<T>(Func<T> command) =>
        Volatile.Read(ref _turnThread) == Environment.CurrentManagedThreadId ? command() : RunAsync(command).GetAwaiter().GetResult();

    public Task RunAsync(Action command) => RunAsync(() => { command(); return true; });

    /// <summary>Runs a command after a delay of the injected clock. Disposing the answer calls it off.</summary>
    public IDisposable Schedule(TimeSpan delay, Action command)
    {
        ScheduledCommand scheduled = new(this, command);
        if (delay <= TimeSpan.Zero)
            Post(scheduled.RunIfWanted);
        else
            scheduled.Start(time, delay);
        return scheduled;
    }

    private void Drain()
    {
        while (true)
        {
            Action? command;
            lock (_gate)
            {
                if (!_commands.TryDequeue(out command))
                {
                    _draining = false;
                    return;
                }
            }

            Volatile.Write(ref _turnThread, Environment.CurrentManagedThreadId);
            command();
            Volatile.Write(ref _turnThread, 0);
        }
    }

    private void Run(Action command)
    {
        try
        {
            command();
        }
        catch (Exception exception)
        {
            // One broken command must not stop every other call of the switchboard.
            Log.CommandFailed(logger, exception);
        }
    }

    private sealed class ScheduledCommand(SwitchboardQueue queue, Action command) : IDisposable
    {
        private ITimer? _timer;
        private volatile bool _cancelled;

        public void Start(TimeProvider time, TimeSpan delay)
        {
            _timer = time.CreateTimer(static state =>
            {
                ScheduledCommand self = (ScheduledCommand)state!;
                self.Enqueue();
            }, this, delay, Timeout.InfiniteTimeSpan);
        }

        public void RunIfWanted()
        {
            if (!_cancelled)
                command();
            _timer?.Dispose();
        }

        public void Dispose()
        {
            _cancelled = true;
            _timer?.Dispose();
        }

        private void Enqueue() => queue.Post(RunIfWanted);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A switchboard command failed. The call it belonged to may be stuck; please report it.")]
        public static partial void CommandFailed(ILogger logger, Exception exception);
    }
}
