using System.Runtime.CompilerServices;
using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Flows.Running;
using CallFlows.Streams;
using Microsoft.Extensions.Logging;

namespace CallFlows.Flows;

/// <summary>
/// Everything a flow may ask of the world. What it gives back is the same in every replay; a flow must not use clocks, randomness, I/O or
/// tasks of its own.
/// </summary>
public sealed partial class FlowContext
{
    internal FlowContext(FlowRuntime runtime, ILogger logger)
    {
        Runtime = runtime;
        Logger = new ReplaySafeLogger(logger, runtime.Context);
    }

    /// <summary>The id of this flow's orchestration.</summary>
    public string InstanceId => Runtime.Context.InstanceId;

    /// <summary>The time of the flow, in UTC. It moves only while the flow waits.</summary>
    public DateTimeOffset UtcNow => Runtime.Context.CurrentUtcDateTime;

    /// <summary>Writes each line once, not again when a history is replayed.</summary>
    public ILogger Logger { get; }

    /// <summary>The calls that people are in now, in the order they were begun; also those begun before the flow continued as new.</summary>
    public IReadOnlyList<Call> Calls => [.. Runtime.Calls.Sessions.Where(session => session.IsLive).Select(CallOf)];

    internal FlowRuntime Runtime { get; }

    internal Call CallOf(CallSession session) => session.Call ??= new Call(this, Runtime.Calls, session);

    /// <summary>A new id that is the same in every replay.</summary>
    public Guid NewGuid() => Runtime.Context.NewGuid();

    /// <summary>Runs an activity: the only place for I/O.</summary>
    /// <param name="activity">The request.</param>
    /// <param name="retry">When and how often a failed attempt is repeated; null for one attempt.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="TaskFailedException">The activity failed for good.</exception>
    public async Task<TResult> RunAsync<TResult>(
        IActivity<TResult> activity, RetryPolicy? retry = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(activity);
        Step step = Step.At(activity.GetType().Name, file, line);
        Payload result = await Runtime.Steps.TrackAsync(step, Runtime.Context.CallActivityAsync(
            ActivityNames.Of(activity.GetType()),
            Payload.FromObject(activity),
            new ActivityOptions { Retry = retry, Source = step.Source }));
        return result.To<TResult>()!;
    }

    /// <summary>Waits, also across restarts, for seconds or for years.</summary>
    /// <param name="delay">How long; zero or less ends at once.</param>
    /// <param name="cancellationToken">Ends the wait; cancelled by the flow's own code.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task DelayAsync(
        TimeSpan delay, CancellationToken cancellationToken = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Step step = Step.At(nameof(DelayAsync), file, line);
        using (Runtime.Steps.Begin(step))
        {
            await Runtime.Context.CreateTimerAsync(UtcNow + delay, cancellationToken, step.Source);
        }
    }

    /// <summary>Waits for a signal from outside. Signals that came earlier are kept in order.</summary>
    /// <typeparam name="T">The signal's data.</typeparam>
    /// <param name="name">The signal's name; null for the name of its type.</param>
    /// <param name="cancellationToken">Ends the wait without taking a signal; cancelled by the flow's own code.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<T> WaitForSignalAsync<T>(
        string? name = null, CancellationToken cancellationToken = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        string signal = name ?? SignalNames.Of<T>();
        Payload data = await Runtime.Steps.TrackAsync(
            Step.At($"{nameof(WaitForSignalAsync)} {signal}", file, line), Runtime.Signals.WaitAsync(signal, cancellationToken));
        return data.To<T>()!;
    }

    /// <summary>Waits for a signal from outside, but not for ever.</summary>
    /// <typeparam name="T">The signal's data.</typeparam>
    /// <param name="within">How long at most.</param>
    /// <param name="name">The signal's name; null for the name of its type.</param>
    /// <param name="cancellationToken">Ends the wait without taking a signal; cancelled by the flow's own code.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Signal<T>> WaitForSignalAsync<T>(
        TimeSpan within,
        string? name = null,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        (bool came, T? value) = await Runtime.Deadlines.ComesWithinAsync(
            within, token => WaitForSignalAsync<T>(name, token, file, line), cancellationToken);
        return came ? new Signal<T>(value!) : default;
    }

    /// <summary>Calls somebody and waits until they answer or don't.</summary>
    /// <param name="target">Whom.</param>
    /// <param name="from">The number shown to a phone; a phone as target needs it.</param>
    /// <param name="ring">How long to let it ring; null for as long as the service does.</param>
    /// <param name="displayName">The name shown to users of apps.</param>
    /// <param name="mediaStreaming">Streams the call's sound to the application; null for not.</param>
    /// <param name="transcription">Transcribes the call for the application; null for not.</param>
    /// <param name="cancellationToken">Hangs up before anybody answers.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallActionException">The service refused to dial.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<Dialed> DialAsync(
        CallEndpoint target,
        PhoneNumber? from = null,
        TimeSpan? ring = null,
        string? displayName = null,
        MediaStreamingOptions? mediaStreaming = null,
        TranscriptionOptions? transcription = null,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0) =>
        DialAsync([target], from, ring, displayName, mediaStreaming, transcription, cancellationToken, file, line);

    /// <summary>Calls several people into one call and waits until the first answers or nobody does.</summary>
    /// <param name="targets">Whom; at least one.</param>
    /// <param name="from">The number shown to phones; phones as targets need it.</param>
    /// <param name="ring">How long to let it ring; null for as long as the service does.</param>
    /// <param name="displayName">The name shown to users of apps.</param>
    /// <param name="mediaStreaming">Streams the call's sound to the application; null for not.</param>
    /// <param name="transcription">Transcribes the call for the application; null for not.</param>
    /// <param name="cancellationToken">Hangs up before anybody answers.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">There is no target, there are too many, a phone is called without a number to show, or the service has no such stream.</exception>
    /// <exception cref="CallActionException">The service refused to dial.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Dialed> DialAsync(
        IReadOnlyList<CallEndpoint> targets,
        PhoneNumber? from = null,
        TimeSpan? ring = null,
        string? displayName = null,
        MediaStreamingOptions? mediaStreaming = null,
        TranscriptionOptions? transcription = null,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(targets);
        DialRules.Check(targets, from);
        StreamRules.Check(mediaStreaming, transcription);
        CreateCall action = new(targets, from, displayName, MediaStreaming: mediaStreaming, Transcription: transcription);
        return await Dialer.DialAsync(this, action, ring, Step.At(nameof(DialAsync), file, line), cancellationToken);
    }
}
