using CallFlows.Emulator.Phones;
using CallFlows.Recognition;
using CallFlows.Testing.Records;
using CallFlows.Testing.Time;
using EmulatorTones = CallFlows.Emulator.Phones.Tones;

namespace CallFlows.Testing.Callers;

/// <summary>
/// A person with a phone: hears, presses, says, hangs up. What is awaited lets time pass until it is so; when it can't be any more, the test fails at
/// once, with the transcript.
/// </summary>
public sealed class VirtualCaller
{
    private readonly CallFlowTest _test;
    private readonly VirtualPhone _phone;
    private readonly Lock _gate = new();
    private readonly List<HeardPrompt> _heard = [];
    private readonly List<string> _waits = [];
    private RingPlan? _rings;
    private int _position;
    private DateTimeOffset? _connectedAt;
    private DateTimeOffset? _endedAt;
    private string? _lastEnd;
    private int _calls;

    internal VirtualCaller(CallFlowTest test, VirtualPhone phone, string name)
    {
        _test = test;
        _phone = phone;
        Name = name;
        phone.Logged += OnLogged;
    }

    /// <summary>What transcripts call this person. A number unless <see cref="Named"/> says otherwise.</summary>
    public string Name { get; private set; }

    /// <summary>Everything that was heard, in order, by its words; a file by its address.</summary>
    public IReadOnlyList<string> Heard => Locked(() => _heard.Select(Words).ToArray());

    /// <summary>Whether the phone is in a call.</summary>
    public bool IsInCall => _phone.State == PhoneState.InCall;

    internal VirtualPhone Phone => _phone;

    internal CallFlowTest Test => _test;

    /// <summary>What this person waits for now; null for nothing.</summary>
    internal string? WaitsFor => _waits.LastOrDefault();

    /// <summary>Gives this person a name for transcripts.</summary>
    /// <param name="name">The name, such as <c>agent</c>.</param>
    public VirtualCaller Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        return this;
    }

    /// <summary>Waits until a prompt with these words begins. Prompts before it are passed over. What is done next breaks it off, if the flow lets it.</summary>
    /// <param name="words">Part of what is heard, or of a file's address; case and punctuation don't count.</param>
    /// <exception cref="CallFlowTestException">It can't be heard any more.</exception>
    public Task Hears(string words) => HearAsync(words, toTheEnd: false);

    /// <summary>Waits until a prompt with these words has been heard to its end, or was broken off.</summary>
    /// <param name="words">Part of what is heard, or of a file's address; case and punctuation don't count.</param>
    /// <exception cref="CallFlowTestException">It can't be heard any more.</exception>
    public Task HearsToTheEnd(string words) => HearAsync(words, toTheEnd: true);

    /// <summary>Waits until the very next prompt begins, which must have these words.</summary>
    /// <param name="words">Part of what is heard, or of a file's address; case and punctuation don't count.</param>
    /// <exception cref="CallFlowTestException">Something else is heard, or nothing.</exception>
    public async Task HearsNext(string words)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        await WaitAsync($"to hear \"{words}\" next", () => _heard.Count > _position).ConfigureAwait(false);
        HeardPrompt next = Locked(() => _heard[_position]);
        if (!next.Contains(words))
        {
            throw _test.Fail($"{Name} hears \"{Words(next)}\" where \"{words}\" should have been next.");
        }

        _position++;
    }

    /// <summary>Waits until each of these has been heard, in any order.</summary>
    /// <param name="words">Parts of prompts.</param>
    /// <exception cref="CallFlowTestException">One can't be heard any more.</exception>
    public async Task HearsInAnyOrder(params IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        int from = _position;
        foreach (string part in words)
        {
            int found = -1;
            await WaitAsync($"to hear \"{part}\"", () => (found = _heard.FindIndex(from, prompt => prompt.Contains(part))) >= 0).ConfigureAwait(false);
            _position = Math.Max(_position, found + 1);
        }
    }

    /// <summary>
    /// Says that something is to be heard at some time, from now on or already. Await the answer where it must have been heard; what is expected in
    /// between is not changed by it.
    /// </summary>
    /// <param name="words">Part of what is heard.</param>
    public SometimeHeard HearsSometime(string words)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        return new SometimeHeard(() => WaitAsync($"to hear \"{words}\" sometime", () => _heard.Exists(prompt => prompt.Contains(words))));
    }

    /// <summary>Says and presses nothing until the flow says something more, or the call ends.</summary>
    /// <exception cref="CallFlowTestException">Neither ever happens.</exception>
    public Task IsSilent()
    {
        RequireCall("be silent");
        int heard = Locked(() => _heard.Count);
        return WaitAsync("for something more to be said", () => _heard.Count > heard || !IsInCall);
    }

    /// <summary>Says and presses nothing for some time.</summary>
    /// <param name="time">How long, by the test's clock.</param>
    public Task IsSilentFor(TimeSpan time) => _test.PassAsync(time);

    /// <summary>Presses keys one after another.</summary>
    /// <param name="tones">The keys.</param>
    /// <exception cref="CallFlowTestException">The phone is in no call.</exception>
    public Task Presses(params IReadOnlyList<Recognition.Tone> tones)
    {
        ArgumentNullException.ThrowIfNull(tones);
        return Presses(string.Concat(tones.Select(tone => tone.ToChar())));
    }

    /// <summary>Presses keys one after another.</summary>
    /// <param name="keys">The keys: <c>0</c> to <c>9</c>, <c>#</c>, <c>*</c>, <c>A</c> to <c>D</c>.</param>
    /// <exception cref="FormatException">There is no such key.</exception>
    /// <exception cref="CallFlowTestException">The phone is in no call.</exception>
    public Task Presses(string keys)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(keys);
        RequireCall($"press {keys}");
        return _test.DoAsync(() => _phone.PressAsync(EmulatorTones.FromKeys(keys)));
    }

    /// <summary>Says something.</summary>
    /// <param name="words">The words.</param>
    /// <exception cref="CallFlowTestException">The phone is in no call.</exception>
    public Task Says(string words)
    {
        RequireCall($"say \"{words}\"");
        return _test.DoAsync(() => _phone.SayAsync(words));
    }

    /// <summary>Hangs up, or gives up dialling.</summary>
    /// <exception cref="CallFlowTestException">The phone is in no call.</exception>
    public Task HangsUp()
    {
        if (_phone.State is not (PhoneState.InCall or PhoneState.Dialling))
        {
            throw Gone("hang up");
        }

        return _test.DoAsync(_phone.HangUpAsync);
    }

    /// <summary>Waits until the phone is in a call.</summary>
    /// <exception cref="CallFlowTestException">It never is.</exception>
    public Task IsAnswered() => WaitAsync("to be connected", () => IsInCall);

    /// <summary>Waits until the other side has hung up.</summary>
    /// <exception cref="CallFlowTestException">Nobody hangs up, or this phone did.</exception>
    public async Task IsHungUpOn()
    {
        int calls = Locked(() => IsInCall ? _calls : Math.Max(_calls, 1));
        await WaitAsync("for the other side to hang up", () => _endedAt is not null && !IsInCall && _calls >= calls).ConfigureAwait(false);
        if (_lastEnd == nameof(PhoneLogKind.HungUp))
        {
            throw _test.Fail($"{Name} was to be hung up on, but had hung up at {TranscriptText.Time(_endedAt!.Value - _test.Start)}.");
        }
    }

    /// <summary>Waits until the call that was dialled is turned away: rejected, busy, or left to ring until the caller gave up.</summary>
    /// <exception cref="CallFlowTestException">It is answered.</exception>
    public async Task IsTurnedAway()
    {
        await WaitAsync("to be turned away", () => _phone.State != PhoneState.Dialling).ConfigureAwait(false);
        if (_phone.State == PhoneState.InCall || _calls > 0)
        {
            throw _test.Fail($"{Name} was to be turned away, but was answered.");
        }
    }

    /// <summary>Waits until the phone rings. It then rings on: <see cref="Answer"/>, <see cref="Decline"/>, or let it.</summary>
    /// <exception cref="CallFlowTestException">It never rings.</exception>
    public Task Rings() => WaitAsync("to be called", () => _phone.State == PhoneState.Ringing);

    /// <summary>Answers the phone, which rings now.</summary>
    /// <exception cref="CallFlowTestException">It doesn't ring.</exception>
    public Task Answer() => _phone.State == PhoneState.Ringing ? _test.DoAsync(_phone.AnswerAsync) : throw Gone("answer: the phone does not ring");

    /// <summary>Declines the call that rings now.</summary>
    /// <exception cref="CallFlowTestException">The phone doesn't ring.</exception>
    public Task Decline() => _phone.State == PhoneState.Ringing ? _test.DoAsync(_phone.DeclineAsync) : throw Gone("decline: the phone does not ring");

    /// <summary>Answers calls.</summary>
    /// <param name="after">How long the phone rings first; null for two seconds.</param>
    /// <param name="times">How many calls; null for all from then on.</param>
    /// <returns>What to do with the calls after these.</returns>
    public RingPlan Answers(TimeSpan? after = null, int? times = null) => NewPlan().Answers(after, times);

    /// <summary>Declines calls.</summary>
    /// <param name="times">How many calls; null for all from then on.</param>
    /// <returns>What to do with the calls after these.</returns>
    public RingPlan Declines(int? times = null) => NewPlan().Declines(times);

    /// <summary>Is busy when called.</summary>
    /// <param name="times">How many calls; null for all from then on.</param>
    /// <returns>What to do with the calls after these.</returns>
    public RingPlan IsBusy(int? times = null) => NewPlan().IsBusy(times);

    /// <summary>Lets the phone ring.</summary>
    /// <param name="times">How many calls; null for all from then on.</param>
    /// <returns>What to do with the calls after these.</returns>
    public RingPlan NeverAnswers(int? times = null) => NewPlan().NeverAnswers(times);

    /// <summary>A machine answers: it says its greeting, and then records in silence.</summary>
    /// <param name="greeting">What it says.</param>
    /// <param name="times">How many calls; null for all from then on.</param>
    /// <returns>What to do with the calls after these.</returns>
    public RingPlan IsVoicemail(string greeting = "Please leave a message after the tone.", int? times = null) => NewPlan().IsVoicemail(greeting, times);

    /// <summary>What this person does by itself whenever something is heard, whatever else is expected meanwhile.</summary>
    /// <param name="words">Part of what is heard.</param>
    public Reaction Whenever(string words)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        return new Reaction(this, words);
    }

    internal Task StartVoicemailAsync(string greeting) => _phone.State == PhoneState.InCall ? _phone.SayAsync(greeting) : Task.CompletedTask;

    private static string Words(HeardPrompt prompt) => prompt.Words.Length > 0 ? prompt.Words : prompt.Content;

    private async Task HearAsync(string words, bool toTheEnd)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        int found = -1;
        await WaitAsync(
            $"to hear \"{words}\"{(toTheEnd ? " to its end" : "")}",
            () => (found = _heard.FindIndex(_position, prompt => prompt.Contains(words))) >= 0 && (!toTheEnd || _heard[found].EndedAt is not null))
            .ConfigureAwait(false);
        _position = found + 1;
    }

    private async Task WaitAsync(string forWhat, Func<bool> done)
    {
        await _test.BeginAsync().ConfigureAwait(false);
        _waits.Add(forWhat);
        try
        {
            DateTimeOffset began = _test.Now;
            ClockStop stop = await _test.World.RunAsync(() => Locked(done), () => LimitOf(began)).ConfigureAwait(false);
            if (stop != ClockStop.Done)
            {
                throw _test.Fail(Complaint(forWhat, stop));
            }
        }
        finally
        {
            _waits.Remove(forWhat);
        }
    }

    /// <summary>In a call nobody waits for ever; a call that is still to come may be days away.</summary>
    private DateTimeOffset LimitOf(DateTimeOffset began)
    {
        DateTimeOffset? since = Locked(() => IsInCall ? _connectedAt : null);
        return since is { } connected
            ? (connected > began ? connected : began) + _test.Patience
            : began + CallFlowTest.LongestWait;
    }

    private string Complaint(string forWhat, ClockStop stop)
    {
        string waits = $"{Name} waits {forWhat}, ";
        if (stop == ClockStop.TimeIsUp)
        {
            return $"{waits}and has done so in vain for {(IsInCall ? _test.Patience : CallFlowTest.LongestWait):g}. {_test.WhatOthersWaitFor()}";
        }

        return _endedAt is { } ended && !IsInCall
            ? $"{waits}but the call had ended at {TranscriptText.Time(ended - _test.Start)}, and nothing more happens. {_test.WhatOthersWaitFor()}"
            : $"{waits}but nothing more can happen. {_test.WhatOthersWaitFor()}";
    }

    private void RequireCall(string what)
    {
        if (!IsInCall)
        {
            throw Gone(what);
        }
    }

    private CallFlowTestException Gone(string what) => _endedAt is { } ended
        ? _test.Fail($"{Name} can't {what}: the call had ended at {TranscriptText.Time(ended - _test.Start)}.")
        : _test.Fail($"{Name} can't {what}: the phone is in no call.");

    private RingPlan NewPlan()
    {
        _rings = new RingPlan(this);
        return _rings;
    }

    private void OnLogged(object? sender, PhoneLogEntry entry)
    {
        lock (_gate)
        {
            switch (entry.Kind)
            {
                case PhoneLogKind.Ringing:
                    _rings?.OnRinging();
                    break;
                case PhoneLogKind.TurnedAwayBusy:
                    _rings?.OnBusy();
                    break;
                case PhoneLogKind.Connected when entry.Text is null:
                    _connectedAt = entry.At;
                    _endedAt = null;
                    _calls++;
                    break;
                case PhoneLogKind.PromptStarted:
                    _heard.Add(entry.Prompt!);
                    break;
                case PhoneLogKind.PromptEnded or PhoneLogKind.PromptInterrupted:
                    int index = _heard.FindLastIndex(heard => heard.Number == entry.Prompt!.Number);
                    _heard[index] = entry.Prompt!;
                    break;
                case PhoneLogKind.HungUp or PhoneLogKind.Disconnected:
                    _endedAt = entry.At;
                    _lastEnd = entry.Kind.ToString();
                    break;
            }
        }

        if (entry.Kind == PhoneLogKind.Connected && _rings?.Greeting is { } greeting)
        {
            _test.World.AtRest(() => StartVoicemailAsync(greeting));
        }

        _test.World.Journal.Add(Name, entry);
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }
}
