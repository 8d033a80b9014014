using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallFlows.Engine;

/// <summary>How an embedded engine runs. Set once, before the engine is made.</summary>
public sealed record EngineOptions
{
    private readonly TimeProvider? _timeProvider;
    private readonly ILoggerFactory? _loggerFactory;
    private readonly int _maxLiveExecutions = 10_000;
    private readonly long _maxLiveExecutionBytes = 256 * 1024 * 1024;
    private readonly TimeSpan _liveExecutionIdleTime = TimeSpan.FromMinutes(1);
    private readonly int _maxConcurrentActivities = 256;
    private readonly int _maxWaitingActivities = 100_000;
    private readonly int _maxConcurrentClientCalls = 10_000;
    private readonly int _maxWaitingEvents = 10_000;
    private readonly int _maxPayloadBytes = 1024 * 1024;
    private readonly int _eventIdWindow = 1024;
    private readonly TimeSpan _shutdownGrace = TimeSpan.FromSeconds(5);

    /// <summary>The clock that every time and every timer comes from. Default the container's if the engine is made by one, else the system's.</summary>
    public TimeProvider TimeProvider
    {
        get => _timeProvider ?? TimeProvider.System;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _timeProvider = value;
        }
    }

    /// <summary>Where the engine logs to. Default the container's logging if the engine is made by one, else nowhere.</summary>
    public ILoggerFactory LoggerFactory
    {
        get => _loggerFactory ?? NullLoggerFactory.Instance;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _loggerFactory = value;
        }
    }

    /// <summary>
    /// How many waiting executions stay in memory, at least 1. Beyond it the one that ran longest ago is dropped and rebuilt from its
    /// history when something happens to it. Default 10,000.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MaxLiveExecutions
    {
        get => _maxLiveExecutions;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxLiveExecutions = value;
        }
    }

    /// <summary>
    /// How much memory, in bytes, waiting executions may take, at least 1. What one takes is estimated from the inputs, results and events in
    /// its history. Beyond it the ones that ran longest ago are dropped; the one that ran last stays, however large. Default 256 MiB.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public long MaxLiveExecutionBytes
    {
        get => _maxLiveExecutionBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxLiveExecutionBytes = value;
        }
    }

    /// <summary>
    /// How long, in real time, a waiting execution to which nothing happens stays in memory, up to a day; <see cref="Timeout.InfiniteTimeSpan"/>
    /// for as long as it fits. Default 1 minute.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or below, or above a day.</exception>
    public TimeSpan LiveExecutionIdleTime
    {
        get => _liveExecutionIdleTime;
        init
        {
            if (value != Timeout.InfiniteTimeSpan)
            {
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(1));
            }

            _liveExecutionIdleTime = value;
        }
    }

    /// <summary>
    /// Whether an execution is dropped from memory after every single event and rebuilt by replay. Slow; it finds code that can't be
    /// replayed. Default false.
    /// </summary>
    public bool DropAfterEveryEvent { get; init; }

    /// <summary>How many activities run at once, at least 1; more wait in line. Default 256.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MaxConcurrentActivities
    {
        get => _maxConcurrentActivities;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxConcurrentActivities = value;
        }
    }

    /// <summary>
    /// How many activities may wait in line, at least 1. Beyond it starts and events are refused with <see cref="EngineBusyException"/>, until
    /// the line gets shorter; what flows that run schedule is taken all the same. Default 100,000.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MaxWaitingActivities
    {
        get => _maxWaitingActivities;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxWaitingActivities = value;
        }
    }

    /// <summary>
    /// How many starts and events of clients may be under way at once, at least 1. Beyond it they are refused with
    /// <see cref="EngineBusyException"/>. Operators' calls are always let through. Default 10,000.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MaxConcurrentClientCalls
    {
        get => _maxConcurrentClientCalls;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxConcurrentClientCalls = value;
        }
    }

    /// <summary>
    /// How many messages may wait for the next turn of one instance, at least 1. Beyond it events for that instance are refused with
    /// <see cref="EngineBusyException"/>. Default 10,000.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MaxWaitingEvents
    {
        get => _maxWaitingEvents;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxWaitingEvents = value;
        }
    }

    /// <summary>The largest input, event, result or status in bytes of UTF-8 JSON, at least 1,024. Default 1 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1,024.</exception>
    public int MaxPayloadBytes
    {
        get => _maxPayloadBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1024);
            _maxPayloadBytes = value;
        }
    }

    /// <summary>
    /// How many of the latest event ids are remembered across a continue-as-new, 0 to 100,000. Ids of the running execution are all
    /// remembered. Default 1,024.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above 100,000.</exception>
    public int EventIdWindow
    {
        get => _eventIdWindow;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100_000);
            _eventIdWindow = value;
        }
    }

    /// <summary>How long instances that have ended are kept. Default for ever.</summary>
    public RetentionPolicy Retention { get; init; } = new();

    /// <summary>
    /// How long, in real time, a stop waits for activities that it has cancelled before it leaves them. They run again after the next
    /// start. Default 5 seconds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below zero.</exception>
    public TimeSpan ShutdownGrace
    {
        get => _shutdownGrace;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            _shutdownGrace = value;
        }
    }

    /// <summary>
    /// Called when the engine goes from nothing in flight to something: a turn, an activity, a client call or a due timer. Calls to this and to
    /// <see cref="OnIdle"/> alternate strictly, and come under a lock: be quick and don't call the engine.
    /// </summary>
    public Action? OnBusy { get; init; }

    /// <summary>Called when nothing is in flight any more: only time or the outside can make the engine go on.</summary>
    public Action? OnIdle { get; init; }

    /// <summary>
    /// Takes over when activities run, for tests that need the same order in every run; null to run each as soon as there is room. While it
    /// keeps one waiting, the engine counts as idle on its account.
    /// </summary>
    public ActivityPacer? ActivityPacer { get; init; }

    /// <summary>The clock that memory and patience are measured by: real time also where <see cref="TimeProvider"/> is not.</summary>
    internal TimeProvider RealTime { get; init; } = TimeProvider.System;

    /// <summary>These options with a container's logging and clock where they name none.</summary>
    internal EngineOptions InContainerOf(ILoggerFactory? loggerFactory, TimeProvider? timeProvider) => this with
    {
        LoggerFactory = _loggerFactory ?? loggerFactory ?? LoggerFactory,
        TimeProvider = _timeProvider ?? timeProvider ?? TimeProvider,
    };
}
