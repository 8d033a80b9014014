using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Media;

/// <summary>Plays its prompts, then listens to one participant until something is recognised or a silence is too long.</summary>
internal sealed class RecognizeOperation : MediaOperation
{
    private readonly CallConnection _call;
    private readonly Operation _operation;
    private readonly RecognizeSettings _settings;
    private readonly ICallEvents _events;
    private readonly SwitchboardQueue _queue;
    private readonly InterDigitTimeoutOutcome _interDigit;
    private readonly PromptPlayer? _player;
    private readonly List<Tone> _tones = [];
    private readonly List<string> _said = [];
    private IDisposable? _timer;
    private bool _prompting;
    private bool _over;

    public RecognizeOperation(
        CallConnection call, Operation operation, RecognizeSettings settings, ICallEvents events, SwitchboardQueue queue,
        PromptPlayers players, InterDigitTimeoutOutcome interDigit)
    {
        _call = call;
        _operation = operation;
        _settings = settings;
        _events = events;
        _queue = queue;
        _interDigit = interDigit;
        if (settings.Prompts.Count == 0)
            return;
        _player = players.Create(settings.Prompts, loop: false, Audience,
            started: () => events.RecognizePromptStarted(call, operation),
            finished: Listen,
            failed: (index, _) => End(() => events.RecognizeFailed(call, operation, index, ResultInfo.PromptFailed)));
    }

    public override bool IsForSome => _call.Others.Skip(1).Any();

    public override void Start()
    {
        _prompting = _player is not null;
        if (_player is null)
            Listen();
        else
            _player.Start();
    }

    public override void Cancel()
    {
        Stop();
        _events.RecognizeCanceled(_call, _operation);
    }

    public override void Abandon() => Stop();

    public override void HearTone(Participant from, Tone tone)
    {
        if (!_settings.AcceptsTones || !Attend(from))
            return;
        if (_settings.Choices.Count > 0)
            ChooseBy(tone);
        else
            Collect(tone);
    }

    public override void HearSpeech(Participant from, string text)
    {
        if (!_settings.AcceptsSpeech || _tones.Count > 0 || !Attend(from))
            return;
        if (_settings.Choices.Count > 0)
        {
            ChooseBy(text);
            return;
        }

        _said.Add(text);
        After(_settings.EndSilence, () => Complete(new RecognizeOutcome.Speech(string.Join(' ', _said)), ResultInfo.Speech));
    }

    private Participant[] Audience() => _call.Others.Where(other => other.Id == _settings.Target).ToArray();

    private void Listen()
    {
        _prompting = false;
        if (!_over)
            After(_settings.InitialSilence, () => Fail(ResultInfo.InitialSilence));
    }

    /// <summary>Is this input for us? Ends a prompt that may be interrupted.</summary>
    private bool Attend(Participant from)
    {
        if (_over || from.Id != _settings.Target || (_prompting && !_settings.InterruptPrompt))
            return false;
        if (_prompting)
        {
            _player!.Stop();
            _prompting = false;
        }

        _timer?.Dispose();
        return true;
    }

    private void Collect(Tone tone)
    {
        if (_settings.StopTones.Contains(tone))
        {
            Complete(new RecognizeOutcome.Tones(_tones), ResultInfo.StopTone);
            return;
        }

        _said.Clear();
        _tones.Add(tone);
        if (_tones.Count >= _settings.MaxTones)
            Complete(new RecognizeOutcome.Tones(_tones), ResultInfo.MaxTones);
        else
            After(_settings.InterTone, InterDigitTimeout);
    }

    private void InterDigitTimeout()
    {
        if (_interDigit == InterDigitTimeoutOutcome.Completed)
            Complete(new RecognizeOutcome.Tones(_tones), ResultInfo.InterDigit);
        else
            Fail(ResultInfo.InterDigit);
    }

    private void ChooseBy(Tone tone)
    {
        RecognizeChoice? choice = _settings.Choices.FirstOrDefault(choice => choice.Tone == tone);
        if (choice is null)
            Fail(ResultInfo.WrongTone);
        else
            Complete(new RecognizeOutcome.Choice(choice.Label, null), ResultInfo.ToneOption);
    }

    private void ChooseBy(string text)
    {
        string said = Phrases.Normalise(text);
        foreach (RecognizeChoice choice in _settings.Choices)
        {
            string? phrase = choice.Phrases.FirstOrDefault(phrase => Phrases.Normalise(phrase) == said);
            if (phrase is null)
                continue;
            Complete(new RecognizeOutcome.Choice(choice.Label, phrase), ResultInfo.SpeechOption);
            return;
        }

        Fail(ResultInfo.WrongSpeech);
    }

    private void Complete(RecognizeOutcome outcome, ResultInfo result) =>
        End(() => _events.RecognizeCompleted(_call, _operation, outcome, result));

    private void Fail(ResultInfo result) => End(() => _events.RecognizeFailed(_call, _operation, null, result));

    private void End(Action report)
    {
        Stop();
        report();
        Done();
    }

    private void Stop()
    {
        _over = true;
        _timer?.Dispose();
        _player?.Stop();
    }

    private void After(TimeSpan delay, Action action)
    {
        _timer?.Dispose();
        _timer = _queue.Schedule(delay, () =>
        {
            if (!_over)
                action();
        });
    }
}
