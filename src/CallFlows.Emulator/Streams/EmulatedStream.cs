using CallFlows.Emulator.Hosting;
namespace CallFlows.Emulator.Streams;

/// <summary>A call's stream to an app's web socket, as it stands. Members may be read from any thread.</summary>
public sealed class EmulatedStream
{
    private readonly ChangeSource _changes = new();
    private readonly int _maxPlayed;
    private readonly MemoryStream _played = new();
    private readonly Queue<byte> _queued = new();

    internal EmulatedStream(string callConnectionId, EmulatedStreamKind kind, int maxPlayed)
    {
        CallConnectionId = callConnectionId;
        Kind = kind;
        _maxPlayed = maxPlayed;
    }

    /// <summary>The app's side of the call.</summary>
    public string CallConnectionId { get; }

    /// <summary>What it carries.</summary>
    public EmulatedStreamKind Kind { get; }

    /// <summary>Whether it is connected and runs.</summary>
    public bool IsActive { get; private set; }

    /// <summary>How often it was connected.</summary>
    public int Connections { get; private set; }

    /// <summary>Frames that were given to the socket.</summary>
    public long FramesSent { get; private set; }

    /// <summary>Frames that were lost because the app read too slowly or the socket broke.</summary>
    public long FramesLost { get; private set; }

    /// <summary>Messages of the app that were of no use: of an unknown kind, or sound although the stream isn't bidirectional.</summary>
    public long MessagesIgnored { get; private set; }

    /// <summary>How often the app dropped what was still to be heard.</summary>
    public int Stops { get; private set; }

    /// <summary>Bytes of the app's sound that are still to be heard.</summary>
    public int BytesToPlay => _changes.Read(() => _queued.Count);

    /// <summary>Bytes of the app's sound that were dropped because there were too many (<c>Limits:MaxPlayedAudioBytes</c>).</summary>
    public long BytesLost { get; private set; }

    /// <summary>The sound that the app has made the call hear, within <c>Limits:MaxPlayedAudioBytes</c>: 16 bits, at the stream's rate.</summary>
    public ReadOnlyMemory<byte> Played => _changes.Read(() => _played.ToArray());

    /// <summary>Waits until the stream is as wanted.</summary>
    /// <param name="condition">Looked at after each change.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Completes when it is so.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task UntilAsync(Predicate<EmulatedStream> condition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        while (true)
        {
            Task changed = _changes.Next;
            if (condition(this))
                return;
            await changed.WaitAsync(cancellationToken);
        }
    }

    internal void Connected() => _changes.Change(() =>
    {
        IsActive = true;
        Connections++;
    });

    internal void Disconnected() => _changes.Change(() => IsActive = false);

    internal void Sent() => _changes.Change(() => FramesSent++);

    internal void Lost(long frames = 1) => _changes.Change(() => FramesLost += frames);

    internal void Ignored() => _changes.Change(() => MessagesIgnored++);

    internal void Enqueue(ReadOnlySpan<byte> samples)
    {
        byte[] copy = samples.ToArray();
        _changes.Change(() =>
        {
            int room = Math.Max(0, _maxPlayed - _queued.Count);
            foreach (byte sample in copy.AsSpan(0, Math.Min(room, copy.Length)))
                _queued.Enqueue(sample);
            BytesLost += Math.Max(0, copy.Length - room);
        });
    }

    internal void DropQueued() => _changes.Change(() =>
    {
        _queued.Clear();
        Stops++;
    });

    /// <summary>A frame's time has passed: that much of the queue was heard.</summary>
    internal void Play(int bytes)
    {
        if (BytesToPlay == 0)
            return;

        _changes.Change(() =>
        {
            for (; bytes > 0 && _queued.TryDequeue(out byte sample); bytes--)
            {
                if (_played.Length < _maxPlayed)
                    _played.WriteByte(sample);
                else
                    BytesLost++;
            }
        });
    }
}
