using System.Runtime.CompilerServices;
using CallFlows.Actions;
using CallFlows.Calls.Transcripts;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows.Running;
using CallFlows.Recognition;

namespace CallFlows.Calls;

/// <summary>
/// Every key that somebody presses, one after the other in the order they were pressed, whatever else plays or listens meanwhile. A key
/// that nobody has taken is kept.
/// </summary>
public sealed class ToneStream : IAsyncDisposable
{
    private readonly CallDesk _desk;
    private readonly CallSession _session;
    private readonly DeadlineClock _deadlines;
    private readonly ToneOrder _order = new();
    private readonly ChangeSignal _changes = new();
    private Exception? _failure;
    private Deadline? _gap;
    private bool _isStopped;

    internal ToneStream(CallDesk desk, CallSession session, DeadlineClock deadlines, CallEndpoint participant, string operationContext)
    {
        _desk = desk;
        _session = session;
        _deadlines = deadlines;
        Participant = participant;
        OperationContext = operationContext;
    }

    /// <summary>Whose keys.</summary>
    public CallEndpoint Participant { get; }

    internal string OperationContext { get; }

    /// <summary>Waits for the next key.</summary>
    /// <param name="cancellationToken">Gives up waiting; no key is lost by that.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallEndedException">The call is over, and all keys were taken.</exception>
    /// <exception cref="CallActionException">The service can't listen any more.</exception>
    /// <exception cref="InvalidOperationException">It was stopped, and all keys were taken.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Tone> NextAsync(CancellationToken cancellationToken = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using (_desk.Steps.Begin(Step.At($"{nameof(ToneStream)}.{nameof(NextAsync)}", file, line), _session.Number))
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_order.TryTake(out Tone tone))
                {
                    return tone;
                }

                if (_failure is not null)
                {
                    throw _failure;
                }

                if (_isStopped)
                {
                    throw new InvalidOperationException($"Listening for the keys of {Participant} was stopped; start it again to hear more.");
                }

                await ChangeAsync(cancellationToken);
            }
        }
    }

    /// <summary>Waits for the next key, but not for ever.</summary>
    /// <param name="within">How long at most.</param>
    /// <param name="cancellationToken">Gives up waiting; no key is lost by that.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The key; null when none was pressed in time.</returns>
    /// <exception cref="CallEndedException">The call is over, and all keys were taken.</exception>
    /// <exception cref="CallActionException">The service can't listen any more.</exception>
    /// <exception cref="InvalidOperationException">It was stopped, and all keys were taken.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Tone?> NextAsync(
        TimeSpan within, CancellationToken cancellationToken = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        (bool came, Tone tone) = await _deadlines.ComesWithinAsync(within, token => NextAsync(token, file, line), cancellationToken);
        return came ? tone : null;
    }

    /// <summary>Stops listening. Keys that were reported before can still be taken. To stop it twice, or after the call, is no error.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallActionException">The service refused.</exception>
    public async Task StopAsync([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (_isStopped || _session.End is not null)
        {
            return;
        }

        _isStopped = true;
        try
        {
            await _desk.PerformAsync(
                _session, new StopContinuousDtmfRecognition(Participant), Step.At($"{nameof(ToneStream)}.{nameof(StopAsync)}", file, line));
        }
        catch (CallEndedException)
        {
            // There is nobody to listen to any more.
        }
        finally
        {
            Close();
        }
    }

    /// <summary>Stops listening, as <see cref="StopAsync"/> does.</summary>
    public async ValueTask DisposeAsync() => await StopAsync();

    /// <summary>Takes a key that was reported.</summary>
    internal void Take(int number, Tone tone)
    {
        if (!_order.TryAdd(number, tone))
        {
            return;
        }

        Note(tone);
        if (_order.HasGap)
        {
            _gap ??= _deadlines.After(Patience.TrailingEvent, SkipGap);
        }
        else
        {
            _gap?.Cancel();
            _gap = null;
        }

        _changes.Raise();
    }

    /// <summary>The service can't listen any more.</summary>
    internal void Fail(CallEvent failed)
    {
        _failure ??= ActionOutcomes.Failure(new StartContinuousDtmfRecognition(Participant), failed, _session.Transcript);
        Close();
    }

    /// <summary>The call is over.</summary>
    internal void End(CallEnd end)
    {
        _failure ??= new CallEndedException(end);
        Close();
    }

    private void Note(Tone tone)
    {
        if (Participant == _session.OtherParty)
        {
            _session.Transcript.OtherParty(TranscriptKind.Keys, $"presses {tone.ToChar()}");
        }
        else
        {
            _session.Transcript.Service(TranscriptKind.Keys, $"{Participant} presses {tone.ToChar()}");
        }
    }

    private void SkipGap()
    {
        _gap = null;
        _order.SkipGap();
        _changes.Raise();
    }

    private void Close()
    {
        _session.ToneStreams.Remove(this);
        _gap?.Cancel();
        // What was to come before the rest comes no more.
        while (_order.HasGap)
        {
            _order.SkipGap();
        }

        _changes.Raise();
    }

    private async Task ChangeAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource cancelled = new();
        using CancellationTokenRegistration registration = cancellationToken.Register(() => cancelled.TrySetResult());
        await Task.WhenAny(_changes.Next, cancelled.Task);
    }
}
