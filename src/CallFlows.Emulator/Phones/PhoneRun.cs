using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Phones;

/// <summary>A script being carried out by a phone.</summary>
public sealed class PhoneRun
{
    private readonly VirtualPhone _phone;
    private readonly PhoneLine _line;
    private readonly SwitchboardQueue _queue;
    private readonly PhoneScript _script;
    private readonly List<PhoneLogEntry> _log = [];
    private readonly TaskCompletionSource<PhoneScriptResult> _completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private IDisposable? _timer;
    private bool _entered;
    private bool _timerFired;
    private int _stepStartedAt;
    private int? _lastPromptMatched;
    private volatile int _step;

    /// <param name="phone">The phone.</param>
    /// <param name="line">Its line.</param>
    /// <param name="queue">Where it runs.</param>
    /// <param name="script">The steps.</param>
    /// <param name="afterPrompt">The last prompt that doesn't count any more; null to count the one playing, but none before.</param>
    internal PhoneRun(
        VirtualPhone phone, PhoneLine line, SwitchboardQueue queue, PhoneScript script, int? afterPrompt = null)
    {
        _lastPromptMatched = afterPrompt;
        _phone = phone;
        _line = line;
        _queue = queue;
        _script = script;
    }

    /// <summary>The phone that carries it out.</summary>
    public VirtualPhone Phone => _phone;

    /// <summary>Completes when the run is over, for whatever reason. Never fails.</summary>
    public Task<PhoneScriptResult> Completion => _completion.Task;

    /// <summary>The step it is at, in words; null when all are done.</summary>
    public string? CurrentStep => _step is var step && step < _script.Steps.Count ? _script.Steps[step].ToString() : null;

    /// <summary>Ends the run where it is. The phone stays as it is.</summary>
    /// <returns>How far it came.</returns>
    public Task<PhoneScriptResult> StopAsync()
    {
        _queue.Post(() => Finish(PhoneScriptEnd.Stopped, "the run was stopped"));
        return Completion;
    }

    internal void Start()
    {
        _line.Log.Added += OnLogged;
        _lastPromptMatched ??= _line.Log.Heard.LastOrDefault(prompt => prompt.EndedAt is not null)?.Number ?? 0;
        Advance();
    }

    private void OnLogged(PhoneLogEntry entry)
    {
        _log.Add(entry);
        // Not at once: the phone is in the middle of what it logs.
        _queue.Post(Advance);
    }

    private void Advance()
    {
        while (!_completion.Task.IsCompleted)
        {
            if (_step == _script.Steps.Count)
            {
                Finish(PhoneScriptEnd.Completed, null);
                return;
            }

            try
            {
                if (!IsDone(_script.Steps[_step]))
                    return;
            }
            catch (InvalidOperationException exception)
            {
                Finish(_log.Any(IsEnd) ? PhoneScriptEnd.CallEnded : PhoneScriptEnd.StepImpossible, exception.Message);
                return;
            }

            Next();
        }
    }

    private void Next()
    {
        _timer?.Dispose();
        _timer = null;
        _timerFired = false;
        _entered = false;
        _stepStartedAt = _log.Count;
        _step++;
    }

    private bool IsDone(PhoneStep step)
    {
        switch (step)
        {
            case PhoneStep.Call call:
                Once(() => _line.Dial(PhoneDirectory.Parse(call.Target), call.DisplayName));
                return Happened(PhoneLogKind.Connected) || NotReached();
            case PhoneStep.Answer answer:
                WhenRinging(answer.After, _line.Answer);
                return Happened(PhoneLogKind.Connected) || NotReached();
            case PhoneStep.Decline decline:
                WhenRinging(decline.After, () => _line.Decline());
                return Happened(PhoneLogKind.Declined);
            case PhoneStep.BeBusy:
                WhenRinging(TimeSpan.Zero, () => _line.Decline(RingFailure.Busy));
                return Happened(PhoneLogKind.TurnedAwayBusy);
            case PhoneStep.LetRing:
                return Happened(PhoneLogKind.RingStopped);
            case PhoneStep.Hear hear:
                return HasHeard(hear) || CallOver();
            case PhoneStep.Press press:
                foreach (Tone tone in press.Keys)
                    _line.Press(tone);
                return true;
            case PhoneStep.Say say:
                _line.Say(say.Text);
                return true;
            case PhoneStep.Wait wait:
                Once(() => After(wait.Time));
                return _timerFired;
            case PhoneStep.WaitSilence silence:
                return IsSilentFor(silence.Time) || CallOver();
            case PhoneStep.HangUp:
                _line.HangUp();
                return true;
            default:
                return Happened(PhoneLogKind.Disconnected) || _log.Exists(entry => entry.Kind == PhoneLogKind.Disconnected);
        }
    }

    private bool HasHeard(PhoneStep.Hear hear)
    {
        HeardPrompt? match = _line.Log.Heard.FirstOrDefault(
            prompt => prompt.Number > _lastPromptMatched && prompt.Contains(hear.Text));
        if (match is null || (hear.Point == HearPoint.End && match.EndedAt is null))
            return false;
        _lastPromptMatched = match.Number;
        return true;
    }

    private bool IsSilentFor(TimeSpan time)
    {
        bool playing = _line.Log.Heard.Any(prompt => prompt.EndedAt is null);
        bool disturbed = _log.Skip(_stepStartedAt).Any(entry => entry.Kind == PhoneLogKind.PromptStarted);
        if (playing || disturbed)
        {
            _timer?.Dispose();
            _timer = null;
            _entered = false;
            _stepStartedAt = _log.Count;
        }

        if (!playing && !_timerFired)
            Once(() => After(time));
        return _timerFired;
    }

    private void WhenRinging(TimeSpan after, Action act)
    {
        if (_line.State != PhoneState.Ringing)
            return;
        Once(() => _timer = _queue.Schedule(after, () =>
        {
            if (_line.State == PhoneState.Ringing)
                act();
        }));
    }

    private void After(TimeSpan time) => _timer = _queue.Schedule(time, () =>
    {
        _timerFired = true;
        Advance();
    });

    private void Once(Action action)
    {
        if (_entered)
            return;
        _entered = true;
        action();
    }

    private bool Happened(PhoneLogKind kind) => _log.Skip(_stepStartedAt).Any(entry => entry.Kind == kind);

    // The call that this step needs is over, or was never reached: the script can't go on.
    private bool NotReached() => EndIf(
        _log.Skip(_stepStartedAt).LastOrDefault(entry => entry.Kind is PhoneLogKind.DialFailed or PhoneLogKind.RingStopped));

    private bool CallOver() => EndIf(
        _log.LastOrDefault(entry => entry.Kind == PhoneLogKind.Connected || IsEnd(entry)) is { } last && IsEnd(last) ? last : null);

    private bool EndIf(PhoneLogEntry? end)
    {
        if (end is not null && _line.State == PhoneState.Idle)
        {
            Finish(PhoneScriptEnd.CallEnded, end.Kind switch
            {
                PhoneLogKind.DialFailed => $"the call was not answered ({end.Text})",
                PhoneLogKind.RingStopped => "the caller gave up",
                _ => "the call had ended",
            });
        }

        return false;
    }

    private static bool IsEnd(PhoneLogEntry entry) =>
        entry.Kind is PhoneLogKind.Disconnected or PhoneLogKind.HungUp or PhoneLogKind.DialFailed;

    private void Finish(PhoneScriptEnd end, string? reason)
    {
        _timer?.Dispose();
        _line.Log.Added -= OnLogged;
        _completion.TrySetResult(new PhoneScriptResult(end, _step, CurrentStep, reason, _log.ToArray()));
    }
}
