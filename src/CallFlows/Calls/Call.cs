using System.Runtime.CompilerServices;
using CallFlows.Actions;
using CallFlows.Calls.Asking;
using CallFlows.Calls.Transcripts;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Flows.Running;
using CallFlows.Prompts;

namespace CallFlows.Calls;

/// <summary>
/// A call that was answered. Every action is one awaitable step: it ends when the service reports its outcome. When the call ends, every
/// pending step ends with <see cref="CallEndedException"/>, and later ones throw it at once.
/// </summary>
public sealed partial class Call
{
    private readonly CallDesk _desk;
    private readonly CallSession _session;
    private readonly ParticipantActions _participants;

    internal Call(FlowContext flow, CallDesk desk, CallSession session)
    {
        Flow = flow;
        _desk = desk;
        _session = session;
        _participants = new ParticipantActions(desk, session, flow.Runtime.Deadlines);
    }

    /// <summary>The flow that holds the call.</summary>
    public FlowContext Flow { get; }

    /// <summary>Which call of the flow it is, from 1; it stays the same when the flow continues as new.</summary>
    public int Number => _session.Number;

    /// <summary>Who called whom.</summary>
    public CallDirection Direction => _session.Direction;

    /// <summary>Who called; null when the service chose an identity for an outbound call, and in a call that the flow joined.</summary>
    public CallEndpoint? From => _session.From;

    /// <summary>Who was called; null in a call that the flow joined.</summary>
    public CallEndpoint? To => _session.To;

    /// <summary>The service's id of this side of the call.</summary>
    public string ConnectionId => _session.ConnectionId ?? "";

    /// <summary>What the VoIP sides of the call share; null until the service has told it. Other flows join the call by it.</summary>
    public string? ServerCallId => _session.ServerCallId;

    /// <summary>How the call ended, or null while it goes on.</summary>
    public CallEnd? End => _session.End;

    /// <summary>Completes when the call is over; never throws.</summary>
    public Task<CallEnd> Ended => _session.Ended;

    /// <summary>Who is in the call, as the service last reported it.</summary>
    public IReadOnlyList<CallParticipant> Participants => _session.Participants;

    /// <summary>What was said, played and pressed up to now.</summary>
    public CallTranscript Transcript => _session.Transcript.Transcript;

    /// <summary>Plays a prompt to everyone and waits until it has ended.</summary>
    /// <param name="prompt">A text, SSML or file.</param>
    /// <param name="cancellationToken">Breaks it off, with everything else that plays or listens in this call, and waits until it is silent.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The prompt could not be played.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<PlayOutcome> PlayAsync(
        Prompt prompt, CancellationToken cancellationToken = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        PlayAsync(new Play([prompt]), Step.At(nameof(PlayAsync), file, line), cancellationToken);

    /// <summary>Plays several prompts one after the other and waits until the last has ended.</summary>
    /// <param name="prompts">Texts, SSML or files; at least one.</param>
    /// <param name="to">Who hears them; null for everyone.</param>
    /// <param name="interruptOther">Whether to break off what plays now rather than queue behind it.</param>
    /// <param name="cancellationToken">Breaks them off, with everything else that plays or listens in this call.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">There is no prompt.</exception>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">A prompt could not be played.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<PlayOutcome> PlayAsync(
        IReadOnlyList<Prompt> prompts,
        IReadOnlyList<CallEndpoint>? to = null,
        bool interruptOther = false,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0) =>
        PlayAsync(new Play(prompts, to, InterruptOther: interruptOther), Step.At(nameof(PlayAsync), file, line), cancellationToken);

    /// <summary>Plays a prompt again and again. It ends only by the token, by another action that interrupts it, or with the call.</summary>
    /// <param name="prompt">A text, SSML or file, such as music on hold.</param>
    /// <param name="cancellationToken">Breaks it off, with everything else that plays or listens in this call, and waits until it is silent.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The prompt could not be played.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<PlayOutcome> PlayLoopAsync(
        Prompt prompt, CancellationToken cancellationToken = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        PlayAsync(new Play([prompt], Loop: true), Step.At(nameof(PlayLoopAsync), file, line), cancellationToken);

    /// <summary>
    /// Plays a prompt in a loop while some work goes on, and stops it before the work's result is given back. When it can't be played, the
    /// work goes on in silence, and the transcript says why.
    /// </summary>
    /// <param name="music">What to play meanwhile.</param>
    /// <param name="work">The work, already begun.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallEndedException">The call ended before the work did.</exception>
    /// <exception cref="CallActionException">The work is done, but the music could not be stopped: later prompts would queue behind it.</exception>
    public async Task<T> MeanwhileHearing<T>(
        Prompt music, Task<T> work, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(music);
        ArgumentNullException.ThrowIfNull(work);
        if (work.IsCompleted)
        {
            return await work;
        }

        using CancellationTokenSource silence = new();
        Task playing = PlayIfPossibleAsync(new Play([music], Loop: true), Step.At(nameof(MeanwhileHearing), file, line), silence.Token);
        if (await Task.WhenAny(work, _session.Ended) != work)
        {
            BackgroundWork.Forget(work);
            BackgroundWork.Forget(playing);
            throw new CallEndedException(await _session.Ended);
        }

#pragma warning disable CA1849 // CancelAsync would leave the orchestration's thread.
        silence.Cancel();
#pragma warning restore CA1849
        BackgroundWork.Forget(work);
        await playing;

        // The work's own failure is thrown once the music has stopped.
        return await work;
    }

    /// <summary>Asks a menu, again after no input or no match, until an option is chosen or the tries are used up.</summary>
    /// <param name="menu">The question.</param>
    /// <param name="cancellationToken">Breaks it off, with everything else that plays or listens in this call.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="InvalidOperationException">The menu has no option, or only some of its options have a key.</exception>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The prompt could not be played, or recognition failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<Choice> AskAsync(
        Menu menu, CancellationToken cancellationToken = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(menu);
        return new Asker(RecognizeAsync, _session.Transcript).AskAsync(menu, Step.At(nameof(AskAsync), file, line), cancellationToken);
    }

    /// <summary>Asks for digits, again after no input or digits that don't fit, until they are given or the tries are used up.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Breaks it off, with everything else that plays or listens in this call.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The prompt could not be played, or recognition failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<Digits> AskDigitsAsync(
        AskDigits question, CancellationToken cancellationToken = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new Asker(RecognizeAsync, _session.Transcript).AskAsync(question, Step.At(nameof(AskDigitsAsync), file, line), cancellationToken);
    }

    /// <summary>Listens once, with every option the service has: keys, choices, free speech, or speech and keys.</summary>
    /// <param name="recognize">What to listen for; without a participant, to the other party.</param>
    /// <param name="cancellationToken">Breaks it off, with everything else that plays or listens in this call.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">An option is out of the service's range.</exception>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The prompt could not be played, or recognition failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<Recognized> RecognizeAsync(
        Recognize recognize, CancellationToken cancellationToken = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(recognize);
        return RecognizeAsync(recognize, Step.At(nameof(RecognizeAsync), file, line), cancellationToken);
    }

    /// <summary>Hands the other party over to somebody else. When a call of two is handed over, it is over for the flow.</summary>
    /// <param name="target">Who takes over.</param>
    /// <param name="transferee">Whom to hand over; null in a call of two.</param>
    /// <param name="callerId">The number shown to a phone.</param>
    /// <param name="customContext">Headers for the target.</param>
    /// <param name="cancellationToken">Stops waiting; the transfer itself can't be taken back.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">A header is not one that the service takes.</exception>
    /// <exception cref="CallEndedException">The call is over, and not by this transfer.</exception>
    /// <exception cref="CallActionException">The service refused the transfer.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<TransferResult> TransferAsync(
        CallEndpoint target,
        CallEndpoint? transferee = null,
        PhoneNumber? callerId = null,
        CustomCallingContext? customContext = null,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(target);
        CallingContextRules.Check(customContext);
        _session.Transcript.Flow(TranscriptKind.Transfer, $"transfers the call to {target}");
        CallEvent? outcome = await _desk.PerformAsync(
            _session,
            new TransferCall(target, transferee, callerId, customContext),
            Step.At(nameof(TransferAsync), file, line),
            cancellationToken: cancellationToken);
        TransferResult result = outcome switch
        {
            CallTransferAccepted => new TransferResult(DialOutcome.Answered, outcome.Result),
            null => new TransferResult(DialOutcome.Unconfirmed),
            _ => new TransferResult(ActionOutcomes.NotReached(outcome.Result), outcome.Result),
        };
        _session.Transcript.Service(TranscriptKind.Transfer, result.Accepted ? $"{target} takes the call" : $"{target}: {Words.Of(result.Outcome)}");
        return result;
    }

    /// <summary>Asks the service for the call's state.</summary>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service can't tell.</exception>
    public async Task<CallConnectionResult> GetPropertiesAsync([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        (CallConnectionResult)await _desk.RequestAsync(_session, new GetCallProperties(), Step.At(nameof(GetPropertiesAsync), file, line));

    /// <summary>Leaves the call, or ends it for everyone. Of two, leaving ends it. A call that is over already is no error.</summary>
    /// <param name="forEveryone">True to end it for all, false to leave it.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallActionException">The service refused.</exception>
    public Task HangUpAsync(bool forEveryone = false, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        _desk.HangUpAsync(_session, forEveryone, Step.At(nameof(HangUpAsync), file, line));

    /// <summary>Breaks off everything that plays or listens in the call, and what is queued. The steps that wait for it end as interrupted.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused.</exception>
    public Task CancelAllMediaAsync([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        CancelMediaAsync(Step.At(nameof(CancelAllMediaAsync), file, line));

    private Task<CallActionResult> CancelMediaAsync(Step step) => _desk.RequestAsync(_session, new CancelAllMedia(), step);

    private async Task<PlayOutcome> PlayAsync(Play action, Step step, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(action.Prompts);
        if (action.Prompts.Count == 0 || action.Prompts.Any(prompt => prompt is null))
        {
            throw new ArgumentException("There is nothing to play; give at least one prompt, and none that is null.", "prompts");
        }

        CallEvent? outcome = await _desk.PerformAsync(
            _session, action, step, _ => CancelMediaAsync(step), cancellationToken: cancellationToken);
        return outcome switch
        {
            PlayCompleted => PlayOutcome.Completed,
            PlayCanceled => PlayOutcome.Interrupted,
            null => PlayOutcome.Unconfirmed,
            _ => throw ActionOutcomes.Failure(action, outcome, _session.Transcript),
        };
    }

    /// <summary>Plays until the token stops it. What can't be played is in the transcript, and no more than a pity.</summary>
    private async Task PlayIfPossibleAsync(Play action, Step step, CancellationToken cancellationToken)
    {
        try
        {
            await PlayAsync(action, step, cancellationToken);
        }
        catch (CallActionException exception) when (exception.Action == action.Name)
        {
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private async Task<Recognized> RecognizeAsync(Recognize recognize, Step step, CancellationToken cancellationToken)
    {
        Recognize action = RecognizeRules.Checked(recognize with { Participant = recognize.Participant ?? _session.OtherParty });
        CallEvent? outcome = await _desk.PerformAsync(
            _session, action, step, _ => CancelMediaAsync(step), cancellationToken: cancellationToken);
        Recognized recognized = RecognizeRules.Read(action, outcome, _session.Transcript);
        RecognizeRules.Note(action, recognized, _session.Transcript);
        return recognized;
    }
}
