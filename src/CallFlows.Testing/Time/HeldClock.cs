namespace CallFlows.Testing.Time;

/// <summary>Keeps a clock from moving until it is disposed.</summary>
internal sealed class HeldClock(VirtualTimeProvider clock) : IDisposable
{
    private VirtualTimeProvider? _clock = clock;

    public void Dispose() => Interlocked.Exchange(ref _clock, null)?.Exit();
}
