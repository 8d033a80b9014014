using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Control;

/// <summary>The work a control request holds. A long poll lets go of it while it waits, or a clock advanced by hand would stand still.</summary>
internal sealed class ControlWork(WorkTracker work) : IDisposable
{
    private WorkTracker.Scope? _scope = work.Begin();

    public async Task WaitIdleAsync(Task news)
    {
        _scope?.Dispose();
        try
        {
            await news;
        }
        finally
        {
            _scope = work.Begin();
        }
    }

    public void Dispose() => _scope?.Dispose();
}
