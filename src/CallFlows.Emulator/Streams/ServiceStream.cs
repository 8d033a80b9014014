using System.Net.WebSockets;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol;
using CallFlows.Protocol.Streaming;

namespace CallFlows.Emulator.Streams;

/// <summary>
/// A stream to an app's web socket: opens it, tells how that went, opens it again when it breaks. Runs on the <see cref="SwitchboardQueue"/>.
/// How often the service connects again isn't documented; here it is <c>Streams:MaxReconnects</c> times, <c>Streams:ReconnectDelay</c> apart.
/// </summary>
internal abstract partial class ServiceStream
{
    private const int WrongState = 8585;

    private readonly CancellationTokenSource _over = new();
    private readonly Uri? _url;
    private readonly bool _startsAtOnce;
    private StreamSocket? _socket;
    private bool _isWanted;
    private bool _isStopping;
    private int _run;

    protected ServiceStream(CallConnection call, EmulatedStreamKind kind, Uri? url, bool startsAtOnce, StreamServices services)
    {
        Call = call;
        Services = services;
        View = services.Directory.Add(call.Id, kind);
        _url = url;
        _startsAtOnce = startsAtOnce;
    }

    /// <summary>Whether it is connected and runs.</summary>
    public bool IsActive => _socket is not null;

    public EmulatedStream View { get; }

    protected CallConnection Call { get; }

    protected StreamServices Services { get; }

    /// <summary>Whether it was started, and has not been stopped or failed for good.</summary>
    protected bool IsStarted => _isWanted && !Call.IsOver;

    /// <summary>The service's word for a first connection that can't be made.</summary>
    protected abstract string CannotConnect { get; }

    /// <summary>The call is connected: begins by itself when it was asked to.</summary>
    public void CallConnected()
    {
        if (_startsAtOnce)
            Start(new Operation(Call.Settings.OperationContext, null));
    }

    public void Start(Operation operation)
    {
        if (_isWanted)
            throw new ServiceFault(400, WrongState, "The stream was started already.");
        _isWanted = true;
        int run = ++_run;
        Services.Queue.Schedule(Services.Options.Latency, () => Connect(run, operation, attempt: 0));
    }

    public void Stop(Operation operation)
    {
        RequireStarted();
        _isStopping = true;
        int run = _run;
        Services.Queue.Schedule(Services.Options.Latency, () =>
        {
            // It may have failed meanwhile, and said so.
            if (!IsCurrent(run))
                return;
            Leave();
            Report(operation, StreamChange.Stopped, "subscriptionStopped");
        });
    }

    /// <summary>The call is over: closes the socket, and reports nothing.</summary>
    public void Abandon()
    {
        Leave();
        _over.Cancel();
    }

    /// <summary>The first frame of a connection.</summary>
    protected abstract StreamingFrameModel Metadata();

    /// <summary>Tells the app how the stream stands.</summary>
    protected abstract void Report(Operation operation, StreamChange change, string details);

    /// <summary>Frames can be sent from now on.</summary>
    protected virtual void Began()
    {
    }

    /// <summary>The app has sent a message.</summary>
    protected virtual void Take(ReadOnlyMemory<byte> message) => View.Ignored();

    protected void RequireStarted()
    {
        if (!_isWanted || _isStopping)
            throw new ServiceFault(400, WrongState, "The stream was not started, or is being stopped.");
    }

    protected void Send(StreamingFrameModel frame)
    {
        if (_socket is { } socket)
            socket.Send(ProtocolJson.Write(frame));
        else
            View.Lost();
    }

    private void Connect(int run, Operation operation, int attempt)
    {
        if (!IsCurrent(run))
            return;
        if (_url is null)
        {
            Fail(operation, "streamUrlMissing");
            return;
        }

        WorkTracker.Scope scope = Services.Work.Begin();
        _ = Task.Run(async () =>
        {
            using WorkTracker.Scope held = scope;
            (ClientWebSocket? socket, StreamFailure? failure) = await Services.Connector.OpenAsync(_url, Call, _over.Token);
            Services.Queue.Post(() =>
            {
                if (socket is not null)
                    Opened(run, operation, attempt, socket);
                else
                    NotOpened(run, operation, attempt, failure!);
            });
        });
    }

    private void Opened(int run, Operation operation, int attempt, ClientWebSocket open)
    {
        if (!IsCurrent(run))
        {
            open.Dispose();
            return;
        }

        StreamSocket? socket = null;
        socket = new StreamSocket(
            open, Services.Options, Services.Work, View,
            message => Services.Queue.Post(() => TakeFrom(run, message)),
            reason => Services.Queue.Post(() => Broken(run, socket, reason)),
            Services.Connector.Stopping);
        _socket = socket;
        View.Connected();
        Send(Metadata());
        bool again = attempt > 0;
        Report(operation, again ? StreamChange.Resumed : StreamChange.Started, again ? "streamConnectionReestablished" : "subscriptionStarted");
        Began();
    }

    private void NotOpened(int run, Operation operation, int attempt, StreamFailure failure)
    {
        if (!IsCurrent(run))
            return;
        Log.NotOpened(Services.Logger, View.Kind, failure.Reason);
        bool isRefused = failure.Details is not null;
        if (attempt == 0 || isRefused || attempt >= Services.Options.Streams.MaxReconnects)
            Fail(operation, failure.Details ?? (attempt == 0 ? CannotConnect : "streamConnectionUnsuccessful"));
        else
            ConnectLater(run, attempt + 1);
    }

    private void TakeFrom(int run, ReadOnlyMemory<byte> message)
    {
        if (IsCurrent(run) && IsActive)
            Take(message);
    }

    private void Broken(int run, StreamSocket? socket, string reason)
    {
        if (!IsCurrent(run) || _socket != socket || Services.Connector.Stopping.IsCancellationRequested)
            return;
        Log.Broken(Services.Logger, View.Kind, reason);
        _socket = null;
        View.Disconnected();
        if (Services.Options.Streams.MaxReconnects == 0)
        {
            Fail(Operation.None, "streamConnectionInterrupted");
            return;
        }

        Report(Operation.None, StreamChange.Failed, "streamConnectionInterrupted");
        ConnectLater(run, attempt: 1);
    }

    private void ConnectLater(int run, int attempt) =>
        Services.Queue.Schedule(Services.Options.Streams.ReconnectDelay, () => Connect(run, Operation.None, attempt));

    private void Fail(Operation operation, string details)
    {
        Leave();
        Report(operation, StreamChange.Failed, details);
    }

    private void Leave()
    {
        _isWanted = false;
        _isStopping = false;
        _run++;
        _socket?.Close();
        _socket = null;
        View.Disconnected();
    }

    private bool IsCurrent(int run) => run == _run && _isWanted && !Call.IsOver;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The web socket of a stream ({Kind}) can't be opened: {Reason}.")]
        public static partial void NotOpened(ILogger logger, EmulatedStreamKind kind, string reason);

        [LoggerMessage(2, LogLevel.Warning, "The web socket of a stream ({Kind}) broke: {Reason}.")]
        public static partial void Broken(ILogger logger, EmulatedStreamKind kind, string reason);
    }
}
