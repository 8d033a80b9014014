using CallFlows.CallAutomation.Streams;
using CallFlows.Emulator.Streams;

namespace CallFlows.Testing.Time;

/// <summary>
/// Keeps the clock from running ahead of those who talk over calls' web sockets: a frame holds it from before it is sent until its reader
/// asks for the next one. A reader that is busy for longer than a grace of real time, as one that waits for this very clock, is not waited
/// for any more.
/// </summary>
internal sealed class StreamPace(VirtualTimeProvider time, TimeSpan grace) : IStreamObserver, IEmulatedStreamObserver, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Talk> _talks = new(StringComparer.Ordinal);

    /// <summary>A frame is about to be sent to the application.</summary>
    public void FrameSent(string call) => Change(call, talk => talk.ToApp++);

    /// <summary>The application is done with a frame.</summary>
    public void FrameTaken(string call) => Change(call, talk => talk.ToApp--);

    /// <summary>A message is about to be sent to the service.</summary>
    public void MessageSent(string call) => Change(call, talk => talk.ToService++);

    /// <summary>The service has taken a message.</summary>
    public void MessageTaken(string call) => Change(call, talk => talk.ToService--);

    /// <summary>A socket has ended: what was on its way will not be taken.</summary>
    public void Ended(string call) => Change(call, Clear);

    void IEmulatedStreamObserver.Sending(EmulatedStream stream) => FrameSent(stream.CallConnectionId);

    void IEmulatedStreamObserver.Received(EmulatedStream stream) => MessageTaken(stream.CallConnectionId);

    void IEmulatedStreamObserver.Closed(EmulatedStream stream) => Ended(stream.CallConnectionId);

    void IStreamObserver.Waiting(CallStreamConnection stream, long taken)
    {
        // Who asks for the first frame is done with none.
        if (taken > 0)
        {
            FrameTaken(stream.CallConnectionId);
        }
    }

    void IStreamObserver.Sending(CallStreamConnection stream) => MessageSent(stream.CallConnectionId);

    void IStreamObserver.Ended(CallStreamConnection stream) => Ended(stream.CallConnectionId);

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (Talk talk in _talks.Values)
            {
                Clear(talk);
                Settle(talk);
                talk.Timer?.Dispose();
            }

            _talks.Clear();
        }
    }

    private static void Clear(Talk talk)
    {
        talk.ToApp = 0;
        talk.ToService = 0;
    }

    private void Change(string call, Action<Talk> change)
    {
        lock (_lock)
        {
            if (!_talks.TryGetValue(call, out Talk? talk))
            {
                _talks.Add(call, talk = new Talk());
            }

            change(talk);
            // What was let go of before may be taken afterwards.
            talk.ToApp = Math.Max(0, talk.ToApp);
            talk.ToService = Math.Max(0, talk.ToService);
            Settle(talk);
            if (talk.IsHeld)
            {
                talk.Timer ??= new Timer(_ => GiveUp(talk), null, grace, Timeout.InfiniteTimeSpan);
                talk.Timer.Change(grace, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void GiveUp(Talk talk)
    {
        lock (_lock)
        {
            talk.IsOutOfStep |= talk.IsHeld;
            Settle(talk);
        }
    }

    private void Settle(Talk talk)
    {
        bool holds = !talk.IsOutOfStep && talk.ToApp + talk.ToService > 0;
        if (holds == talk.IsHeld)
        {
            return;
        }

        talk.IsHeld = holds;
        if (holds)
        {
            time.Enter();
        }
        else
        {
            time.Exit();
        }
    }

    /// <summary>What is on its way over the sockets of one call.</summary>
    private sealed class Talk
    {
        public int ToApp { get; set; }

        public int ToService { get; set; }

        public bool IsHeld { get; set; }

        public bool IsOutOfStep { get; set; }

        public Timer? Timer { get; set; }
    }
}
