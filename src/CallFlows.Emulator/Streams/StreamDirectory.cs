using CallFlows.Emulator.Hosting;

namespace CallFlows.Emulator.Streams;

/// <summary>The streams of calls, the latest within the bound on calls. Members may be called from any thread.</summary>
public sealed class StreamDirectory
{
    private readonly Lock _gate = new();
    private readonly Queue<EmulatedStream> _streams = new();
    private readonly LimitOptions _limits;

    internal StreamDirectory(EmulatorOptions options) => _limits = options.Limits;

    /// <summary>All that are known, oldest first.</summary>
    public IReadOnlyList<EmulatedStream> All
    {
        get { lock (_gate) return _streams.ToArray(); }
    }

    /// <summary>A stream of a call.</summary>
    /// <param name="callConnectionId">The app's side of the call.</param>
    /// <param name="kind">What it carries.</param>
    /// <returns>The stream; null when the call has none.</returns>
    public EmulatedStream? Find(string callConnectionId, EmulatedStreamKind kind) =>
        All.LastOrDefault(stream => stream.Kind == kind && stream.CallConnectionId == callConnectionId);

    internal EmulatedStream Add(string callConnectionId, EmulatedStreamKind kind)
    {
        EmulatedStream stream = new(callConnectionId, kind, _limits.MaxPlayedAudioBytes);
        lock (_gate)
        {
            if (_streams.Count >= _limits.MaxCalls)
                _streams.Dequeue();
            _streams.Enqueue(stream);
        }

        return stream;
    }
}
