using System.Runtime.CompilerServices;
using CallFlows.Actions;
using CallFlows.Calls.Transcripts;
using CallFlows.Events;
using CallFlows.Flows.Running;
using CallFlows.Flows.Running.Continuing;
using CallFlows.Recordings;
using CallFlows.ServiceEvents;

namespace CallFlows.Calls;

/// <summary>A recording of a call. It ends when it is stopped, or with the call.</summary>
public sealed class Recording
{
    private readonly CallDesk _desk;
    private readonly CallSession _session;
    private readonly DeadlineClock _deadlines;
    private readonly ChangeSignal _changes = new();
    private readonly List<RecordingFileStatusUpdated> _files;
    private StartRecordingFailed? _failure;

    internal Recording(CallDesk desk, CallSession session, DeadlineClock deadlines, CarriedRecording known)
    {
        _desk = desk;
        _session = session;
        _deadlines = deadlines;
        Id = known.Id;
        State = known.State;
        StartedAt = known.StartedAt;
        _files = [.. known.Files];
    }

    /// <summary>The service's id of it: what its files go by later.</summary>
    public string Id { get; }

    /// <summary>Whether it records, as the service last reported it.</summary>
    public RecordingState State { get; private set; }

    /// <summary>When it began to record, in UTC; null before.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>Whether the flow has stopped it.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Holds it up, as for a card number, and waits until nothing is recorded.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallEndedException">The call is over, and the recording with it.</exception>
    /// <exception cref="CallActionException">The service refused, or still records.</exception>
    public Task PauseAsync([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        ChangeAsync(new PauseRecording(Id), RecordingState.Inactive, "pauses the recording", Step.At($"{nameof(Recording)}.{nameof(PauseAsync)}", file, line));

    /// <summary>Goes on, and waits until it records.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallEndedException">The call is over, and the recording with it.</exception>
    /// <exception cref="CallActionException">The service refused, or still doesn't record.</exception>
    public Task ResumeAsync([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        ChangeAsync(new ResumeRecording(Id), RecordingState.Active, "resumes the recording", Step.At($"{nameof(Recording)}.{nameof(ResumeAsync)}", file, line));

    /// <summary>Ends it. To stop it twice, or after the call, is no error.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallActionException">The service refused.</exception>
    public async Task StopAsync([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (IsStopped || _session.End is not null)
        {
            return;
        }

        try
        {
            await _desk.RequestAsync(_session, new StopRecording(Id), Step.At($"{nameof(Recording)}.{nameof(StopAsync)}", file, line));
            _session.Transcript.Flow(TranscriptKind.Recording, "stops the recording");
        }
        catch (CallEndedException)
        {
            // It has ended with the call.
        }

        IsStopped = true;
        State = RecordingState.Inactive;
    }

    /// <summary>Asks the service whether it records.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallEndedException">The call is over, and the recording with it.</exception>
    /// <exception cref="CallActionException">The service can't tell, or knows no such recording any more.</exception>
    public Task<RecordingState> GetStateAsync([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        AskAsync(Step.At($"{nameof(Recording)}.{nameof(GetStateAsync)}", file, line));

    /// <summary>
    /// Waits until its files can be fetched, some minutes after it has ended: Event Grid tells. It may be asked at any time, also when the
    /// call is long over, but not in an execution after the one in which it was stopped.
    /// </summary>
    /// <param name="within">How long at most; null for a day, for which the service keeps files.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The files in the order they were recorded.</returns>
    /// <exception cref="TimeoutException">They were not announced in time.</exception>
    public async Task<IReadOnlyList<RecordingFile>> FilesAsync(
        TimeSpan? within = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using (_desk.Steps.Begin(Step.At($"{nameof(Recording)}.{nameof(FilesAsync)}", file, line), _session.Number))
        {
            DateTimeOffset until = _deadlines.Now + (within ?? Patience.RecordingFiles);
            while (!_files.Exists(files => files.IsLast))
            {
                if (_deadlines.Now >= until)
                {
                    throw new TimeoutException(
                        $"Files of the recording {Id} were not announced within {within ?? Patience.RecordingFiles}. They come as "
                        + "RecordingFileStatusUpdated: is an Event Grid subscription for that event type set up, to the same address as IncomingCall?");
                }

                await _deadlines.EndsWithinAsync(_changes.Next, until - _deadlines.Now);
            }
        }

        // An event that is sent again, or tells of a file again, adds nothing.
        return [.. _files.SelectMany(files => files.Files).DistinctBy(known => known.DocumentId).OrderBy(known => known.Index)];
    }

    /// <summary>What a next execution needs to know of it.</summary>
    internal CarriedRecording Carry() => new(Id, State, StartedAt) { Files = [.. _files] };

    /// <summary>Takes an event about its files.</summary>
    internal void Take(RecordingFileStatusUpdated files)
    {
        _files.Add(files);
        _changes.Raise();
    }

    /// <summary>Takes an event about it.</summary>
    internal void Take(CallEvent callEvent)
    {
        switch (callEvent)
        {
            case RecordingStateChanged changed:
                State = changed.State;
                // Before it records, the service says that it began in the year 1.
                StartedAt = changed.StartDateTime is { Year: > 1 } startedAt ? startedAt : StartedAt;
                break;
            case StartRecordingFailed failed:
                _failure = failed;
                break;
        }

        _changes.Raise();
    }

    /// <summary>Waits until it records; or, when it begins paused, until the service says that it is there.</summary>
    internal async Task BeginAsync(StartRecording action, Step step)
    {
        if (action.Options.PauseOnStart)
        {
            await _deadlines.EndsWithinAsync(_changes.Next, Patience.TrailingEvent);
        }
        else
        {
            await ReachAsync(action, RecordingState.Active, step);
        }

        if (_failure is not null)
        {
            throw ActionOutcomes.Failure(action, _failure, _session.Transcript);
        }
    }

    private async Task ChangeAsync(CallAction action, RecordingState wanted, string told, Step step)
    {
        if (IsStopped)
        {
            throw new InvalidOperationException("The recording was stopped; it can't go on. Start another one.");
        }

        await _desk.RequestAsync(_session, action, step);
        await ReachAsync(action, wanted, step);
        _session.Transcript.Flow(TranscriptKind.Recording, told);
    }

    /// <summary>Waits for the event that shows a state. When it does not come in time, the service is asked.</summary>
    private async Task ReachAsync(CallAction action, RecordingState wanted, Step step)
    {
        using (_desk.Steps.Begin(step, _session.Number))
        {
            DateTimeOffset until = _deadlines.Now + Patience.RecordingChange;
            while (State != wanted && _failure is null && _session.End is null && _deadlines.Now < until)
            {
                await _deadlines.EndsWithinAsync(Task.WhenAny(_changes.Next, _session.Ended), until - _deadlines.Now);
            }
        }

        _session.ThrowIfEnded();
        if (State != wanted && _failure is null && await AskAsync(step) != wanted)
        {
            throw ActionOutcomes.Failure(
                new CallActionError(action.Name, 0, null, null, $"the service took it on, and the recording is still {State.ToString().ToLowerInvariant()}"),
                _session.Transcript);
        }
    }

    private async Task<RecordingState> AskAsync(Step step)
    {
        RecordingResult result = (RecordingResult)await _desk.RequestAsync(_session, new GetRecordingState(Id), step);
        return State = result.State;
    }
}
