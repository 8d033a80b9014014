using CallFlows.Testing.Time;

namespace CallFlows.Testing.Worlds;

/// <summary>Work of one activity: the clock stands still for it, except while it pauses on purpose.</summary>
internal sealed class WorkHold : IDisposable
{
    private static readonly AsyncLocal<WorkHold?> Slot = new();

    private readonly VirtualTimeProvider _time;
    private readonly CancellationToken _gone;

    /// <param name="time">The clock.</param>
    /// <param name="gone">Cancelled when the process that does the work is gone.</param>
    public WorkHold(VirtualTimeProvider time, CancellationToken gone)
    {
        _time = time;
        _gone = gone;
        time.Enter();
    }

    /// <summary>The work that the running code belongs to.</summary>
    public static WorkHold? Current
    {
        get => Slot.Value;
        set => Slot.Value = value;
    }

    /// <summary>Lets time pass.</summary>
    /// <exception cref="OperationCanceledException">The process is gone when the time has passed.</exception>
    public async Task PauseAsync(TimeSpan delay)
    {
        TaskCompletionSource back = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ITimer timer = _time.CreateTimer(
            _ =>
            {
                _time.Enter();
                back.SetResult();
            },
            null,
            delay,
            Timeout.InfiniteTimeSpan);
        await using (timer.ConfigureAwait(false))
        {
            _time.Exit();
            await back.Task.ConfigureAwait(false);
        }

        _gone.ThrowIfCancellationRequested();
    }

    public void Dispose() => _time.Exit();
}
