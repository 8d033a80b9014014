namespace CallFlows.Testing.Time;

/// <summary>A timer of a <see cref="VirtualTimeProvider"/>. Its callback runs synchronously while the clock moves.</summary>
internal sealed class VirtualTimer(VirtualTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private volatile bool _disposed;

    /// <summary>Counts the changes: a queued entry of an older version is void.</summary>
    public long Version { get; set; }

    public bool IsCurrent(long version) => !_disposed && Version == version;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_disposed)
        {
            return false;
        }

        _period = period;
        clock.Schedule(this, dueTime);
        return true;
    }

    public void Fire()
    {
        long version = Version;
        callback(state);
        if (!_disposed && version == Version && _period != Timeout.InfiniteTimeSpan && _period > TimeSpan.Zero)
        {
            clock.Schedule(this, _period);
        }
    }

    public void Dispose() => _disposed = true;

    public ValueTask DisposeAsync()
    {
        _disposed = true;
        return ValueTask.CompletedTask;
    }
}
