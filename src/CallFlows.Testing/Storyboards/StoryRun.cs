using CallFlows.Emulator.Phones;
using CallFlows.Testing.Callers;
using CallFlows.Testing.Records;
using CallFlows.Testing.Time;

namespace CallFlows.Testing.Storyboards;

/// <summary>Carries a storyboard out: people do what their lines say, whatever the flows do then.</summary>
internal sealed class StoryRun
{
    /// <summary>How long somebody to whom nothing is said any more lets pass before they act, where a flow listens and where none does.</summary>
    private static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(3);

    private readonly CallFlowTest _test;
    private readonly StoryScript _script;
    private readonly StoryEvents _events;
    private readonly StoryWitness _witness;
    private readonly List<SystemLine> _expected = [];
    private StoryLine? _previous;
    private bool _isLost;

    private StoryRun(CallFlowTest test, StoryScript script, StoryEvents events)
    {
        _test = test;
        _script = script;
        _events = events;
        _witness = new StoryWitness(script, test);
    }

    public static async Task<StoryOutcome> RunAsync(CallFlowTest test, StoryScript script, StoryEvents events)
    {
        await test.BeginAsync().ConfigureAwait(false);
        return await new StoryRun(test, script, events).RunAsync().ConfigureAwait(false);
    }

    private async Task<StoryOutcome> RunAsync()
    {
        List<string> troubles = [];
        DeedLine? hindrance = null;
        foreach (StoryLine line in _script.Lines)
        {
            if (line is SystemLine system)
            {
                _expected.Add(system);
            }
            else if (line is DeedLine deed && !await ComesAsync(deed).ConfigureAwait(false))
            {
                hindrance = deed;
                troubles.Add($"Line {deed.Number} could not be carried out: {WhyNot(deed)}");
                break;
            }
            else if (line is DeedLine done)
            {
                await DoAsync(done).ConfigureAwait(false);
            }

            _previous = line;
        }

        ClockStop stop = await WaitAsync(IsOver).ConfigureAwait(false);
        if (_test.World.FailedFlow is { } failed)
        {
            troubles.Add($"{failed.Name} failed: {failed.Failure?.Message}");
        }
        else if (stop != ClockStop.Done)
        {
            troubles.Add($"The flows do not end: {(stop == ClockStop.Stalled ? "nothing more can happen" : "it goes on for too long")}. {_test.WhatOthersWaitFor()}");
        }

        troubles.AddRange(_witness.Strangers.Select(number =>
            $"{number} was called, who is not in the storyboard. Introduce them at its beginning, for instance: Agent ({number}) declines"));
        return new StoryOutcome(_witness.Moments, hindrance, troubles);
    }

    private bool IsOver() => _test.World.AreFlowsOver
        && _script.Parties.All(party => _witness.Phone(party).Phone.State is PhoneState.Idle or PhoneState.InCall);

    /// <summary>Lets time pass until a line's turn has come; false when it never does.</summary>
    private async Task<bool> ComesAsync(DeedLine line)
    {
        if (await WaitForAsync(line).ConfigureAwait(false))
        {
            return true;
        }

        // What was to be heard first will not be heard any more. What people do is done all the same, so that all the rest is told.
        bool wasLost = _isLost;
        _isLost = true;
        return !wasLost && await WaitForAsync(line).ConfigureAwait(false);
    }

    private async Task<bool> WaitForAsync(DeedLine line)
    {
        DateTimeOffset scheduled = default;
        ITimer timer = _test.World.Time.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using (timer.ConfigureAwait(false))
        {
            return await WaitAsync(HasCome).ConfigureAwait(false) == ClockStop.Done;
        }

        bool HasCome()
        {
            if (TurnOf(line) is not { } turn)
            {
                return false;
            }

            if (turn > _test.Now && turn != scheduled)
            {
                scheduled = turn;
                timer.Change(turn - _test.Now, Timeout.InfiniteTimeSpan);
            }

            return turn <= _test.Now;
        }
    }

    private Task<ClockStop> WaitAsync(Func<bool> done)
    {
        DateTimeOffset began = _test.Now;
        return _test.World.RunAsync(done, () => began + (_script.Parties.Any(party => _witness.Phone(party).IsInCall) ? _test.Patience : CallFlowTest.LongestWait));
    }

    /// <summary>When a line's turn comes, as things stand; null as long as something else must happen first.</summary>
    private DateTimeOffset? TurnOf(DeedLine line)
    {
        StoryFit fit = _isLost ? StoryFit.Other : _witness.Compare(_expected);
        if (fit == StoryFit.Beginning || !IsFree(line))
        {
            return null;
        }

        if (line.Deed is Deed.Calls or Deed.Rings or Deed.Waits || WaitedBefore(line))
        {
            return _test.Now;
        }

        bool isAnswer = fit == StoryFit.Whole && _previous is SystemLine;
        if (isAnswer && line.Deed is Deed.IsSilent)
        {
            return _test.Now;
        }

        bool isHearing = line.Party is { } listener ? _witness.IsHearing(listener) : _witness.IsAnybodyHearing();
        return isHearing ? null : isAnswer || line.Party is null ? _test.Now : PauseEnd(line.Party);
    }

    /// <summary>Whether the last thing this party did was to wait: what it does next comes just then.</summary>
    private bool WaitedBefore(DeedLine line) =>
        _script.Lines.OfType<DeedLine>().TakeWhile(before => before != line).LastOrDefault(before => before.Party == line.Party) is { Deed: Deed.Waits };

    private DateTimeOffset PauseEnd(StoryParty party) =>
        _witness.LastNewsOf(party) + (_test.Calls.Any(call => call.IsUp && call.IsAsking) ? ShortPause : LongPause);

    private bool IsFree(DeedLine line)
    {
        if (line.Party is not { } party)
        {
            return true;
        }

        PhoneState state = _witness.Phone(party).Phone.State;
        return line.Deed switch
        {
            Deed.Calls => state == PhoneState.Idle,
            Deed.Rings or Deed.Waits => true,
            Deed.HangsUp => state == PhoneState.InCall || (state == PhoneState.Dialling && (_isLost || WaitedBefore(line))),
            _ => state == PhoneState.InCall,
        };
    }

    private string WhyNot(DeedLine line)
    {
        if (line.Party is not { } party)
        {
            return $"what comes before it goes on for too long. {_test.WhatOthersWaitFor()}";
        }

        VirtualCaller caller = _witness.Phone(party);
        Happening? end = _test.Happenings.LastOrDefault(happening => happening.Kind == HappeningKind.Ended && happening.Who == party.Name);
        return line.Deed is Deed.Calls ? $"{party.Name}'s phone is {State(caller)}."
            : caller.IsInCall ? $"{party.Name} never has the time to. {_test.WhatOthersWaitFor()}"
            : end is null ? $"{party.Name} is in no call. {_test.WhatOthersWaitFor()}"
            : $"{party.Name}'s call had ended.";
    }

    private static string State(VirtualCaller caller) => caller.Phone.State switch
    {
        PhoneState.InCall => "in a call",
        PhoneState.Ringing => "ringing",
        PhoneState.Dialling => "dialling",
        _ => "free",
    };

    private async Task DoAsync(DeedLine line)
    {
        _witness.Note(line);
        if (line.Party is not { } party)
        {
            await _events.HappenAsync(_test, line).ConfigureAwait(false);
            return;
        }

        VirtualCaller caller = _witness.Phone(party);
        switch (line.Deed)
        {
            case Deed.Calls calls:
                await _test.CallAsync(party.Number, calls.To, calls.As).ConfigureAwait(false);
                break;
            case Deed.Rings rings:
                Plan(caller, rings.Steps);
                break;
            case Deed.Presses presses:
                await caller.Presses(presses.Keys).ConfigureAwait(false);
                break;
            case Deed.Says says:
                await caller.Says(says.Words).ConfigureAwait(false);
                break;
            case Deed.Waits waits:
                await _test.PassAsync(waits.Time).ConfigureAwait(false);
                break;
            case Deed.HangsUp:
                await caller.HangsUp().ConfigureAwait(false);
                break;
            case Deed.IsSilent:
                int news = _witness.NewsOf(party);
                await WaitAsync(() => _witness.NewsOf(party) > news).ConfigureAwait(false);
                break;
        }
    }

    private static void Plan(VirtualCaller caller, IReadOnlyList<RingStep> steps)
    {
        RingPlan? plan = null;
        foreach (RingStep step in steps)
        {
            plan = (step.Kind, plan) switch
            {
                (RingKind.Answers, null) => caller.Answers(step.After, step.Times),
                (RingKind.Answers, _) => plan.Answers(step.After, step.Times),
                (RingKind.Declines, null) => caller.Declines(step.Times),
                (RingKind.Declines, _) => plan.Declines(step.Times),
                (RingKind.IsBusy, null) => caller.IsBusy(step.Times),
                (RingKind.IsBusy, _) => plan.IsBusy(step.Times),
                (_, null) => caller.NeverAnswers(step.Times),
                _ => plan.NeverAnswers(step.Times),
            };
        }
    }
}
