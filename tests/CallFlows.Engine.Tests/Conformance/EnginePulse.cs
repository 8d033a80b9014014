using CallFlows.Engine.Tests.Time;

namespace CallFlows.Engine.Tests.Conformance;

/// <summary>Knows when an engine on a manual clock is at rest, and moves the clock from rest to rest.</summary>
/// <param name="clock">The engine's clock.</param>
internal sealed class EnginePulse(ManualTimeProvider clock)
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private TaskCompletionSource _idle = Idle();

    /// <summary>For <c>EngineOptions.OnBusy</c>.</summary>
    public void OnBusy()
    {
        lock (_gate)
        {
            _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>For <c>EngineOptions.OnIdle</c>.</summary>
    public void OnIdle()
    {
        lock (_gate)
        {
            _idle.SetResult();
        }
    }

    /// <summary>Returns when nothing is in flight.</summary>
    public Task SettleAsync()
    {
        lock (_gate)
        {
            return _idle.Task.WaitAsync(Guard);
        }
    }

    /// <summary>Moves the clock on, timer by timer, and lets everything settle in between.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        await SettleAsync();
        DateTimeOffset target = clock.GetUtcNow() + time;
        while (clock.NextDue is { } due && due <= target)
        {
            clock.MoveTo(due);
            await SettleAsync();
        }

        clock.MoveTo(target);
        await SettleAsync();
    }

    private static TaskCompletionSource Idle()
    {
        TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
        idle.SetResult();
        return idle;
    }
}
