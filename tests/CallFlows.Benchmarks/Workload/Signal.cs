using System.Threading.Tasks.Sources;

namespace CallFlows.Benchmarks.Workload;

/// <summary>Something to wait for again and again, without allocating. One waits, another sets; armed before each time.</summary>
internal sealed class Signal<T> : IValueTaskSource<T>
{
    // Who sets it goes on at once; who waits goes on elsewhere.
    private ManualResetValueTaskSourceCore<T> _core = new() { RunContinuationsAsynchronously = true };

    public ValueTask<T> Arm()
    {
        _core.Reset();
        return new ValueTask<T>(this, _core.Version);
    }

    /// <exception cref="InvalidOperationException">It was set before, and not armed again.</exception>
    public void Set(T value) => _core.SetResult(value);

    T IValueTaskSource<T>.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<T>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<T>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
