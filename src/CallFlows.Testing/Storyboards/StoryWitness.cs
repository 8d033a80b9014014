using CallFlows.Actions;
using CallFlows.Emulator.Media;
using CallFlows.Emulator.Phones;
using CallFlows.Endpoints;
using CallFlows.Testing.Callers;
using CallFlows.Testing.Records;
using FilePrompt = CallFlows.Prompts.FilePrompt;
using SsmlPrompt = CallFlows.Prompts.SsmlPrompt;
using TextPrompt = CallFlows.Prompts.TextPrompt;

namespace CallFlows.Testing.Storyboards;

/// <summary>
/// Writes down what a storyboard tells, in the order of the journal. It is told on the threads of the world, one at a time, and asked while the
/// world is at rest.
/// </summary>
internal sealed class StoryWitness
{
    private readonly Lock _gate = new();
    private readonly StoryScript _script;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, Ear> _ears = new(StringComparer.Ordinal);
    private readonly List<StoryMoment> _moments = [];
    private readonly List<SystemAct> _acts = [];
    private readonly List<string> _strangers = [];

    // What is played again and again in a call: each round would be told anew otherwise.
    private readonly Dictionary<string, HashSet<string>> _loops = new(StringComparer.Ordinal);

    public StoryWitness(StoryScript script, CallFlowTest test)
    {
        _script = script;
        _time = test.World.Time;
        foreach (StoryParty party in script.Parties)
        {
            VirtualCaller caller = test.Phone(party.Number, party.Name);
            Ear ear = new(party.Name, caller);
            _ears.Add(party.Name, ear);
            caller.Phone.Logged += (_, entry) => Locked(() => Noticed(ear, entry));
        }

        test.World.Journal.Added += happening => Locked(() => Done(happening));
    }

    /// <summary>Everything in order.</summary>
    public IReadOnlyList<StoryMoment> Moments => Locked(() => _moments.ToArray());

    /// <summary>Who was called without being in the storyboard.</summary>
    public IReadOnlyList<string> Strangers => Locked(() => _strangers.Distinct().ToArray());

    public VirtualCaller Phone(StoryParty party) => _ears[party.Name].Caller;

    /// <summary>A line is about to be carried out.</summary>
    public void Note(DeedLine line) => Locked(() =>
    {
        _moments.Add(new StoryMoment(line, null));
        if (line.Party is { } party)
        {
            _ears[party.Name].LastNews = _time.GetUtcNow();
        }
    });

    /// <summary>How what the flows did compares with what was to come first.</summary>
    public StoryFit Compare(IReadOnlyList<SystemLine> expected) => Locked(() =>
    {
        for (int index = 0; index < Math.Min(expected.Count, _acts.Count); index++)
        {
            if (!expected[index].Expects(_acts[index]))
            {
                return StoryFit.Other;
            }
        }

        return _acts.Count < expected.Count ? StoryFit.Beginning : StoryFit.Whole;
    });

    /// <summary>Whether something is played to somebody now, for the first time.</summary>
    public bool IsHearing(StoryParty party) => Locked(() => _ears[party.Name].IsHearing);

    /// <summary>Whether something is played to anybody now.</summary>
    public bool IsAnybodyHearing() => Locked(() => _ears.Values.Any(ear => ear.IsHearing));

    /// <summary>How many prompts somebody has heard, and calls were ended for them.</summary>
    public int NewsOf(StoryParty party) => Locked(() => _ears[party.Name].News);

    /// <summary>When something last happened at somebody's phone, or a prompt was over.</summary>
    public DateTimeOffset LastNewsOf(StoryParty party) => Locked(() => _ears[party.Name].LastNews);

    private void Noticed(Ear ear, PhoneLogEntry entry)
    {
        // The rounds of a loop are no news: whoever hears music is free to act.
        bool wasHearing = ear.IsHearing;
        switch (entry.Kind)
        {
            case PhoneLogKind.PromptStarted when entry.Prompt is { } prompt:
                bool isNextRound = _loops.Values.Any(loop => loop.Contains(prompt.Content)) && !ear.Loop.Add(prompt.Content);
                ear.IsHearing = !isNextRound;
                if (!isNextRound)
                {
                    ear.News++;
                    ear.LastNews = entry.At;
                    string words = SystemAct.OneLine(prompt.Words);
                    Tell(words.Length > 0
                        ? new SystemAct(SystemActKind.Says, ear.Name, words)
                        : new SystemAct(SystemActKind.Plays, ear.Name, Address(prompt)));
                }

                break;
            case PhoneLogKind.PromptEnded or PhoneLogKind.PromptInterrupted:
                ear.IsHearing = false;
                ear.LastNews = wasHearing ? entry.At : ear.LastNews;
                break;
            case PhoneLogKind.HungUp or PhoneLogKind.Disconnected:
                ear.IsHearing = false;
                ear.News++;
                ear.LastNews = entry.At;
                // Somebody else in the call hung up: their line tells it.
                if (entry.Kind == PhoneLogKind.Disconnected && !entry.Text!.StartsWith("Remote", StringComparison.Ordinal) && entry.Text != "CallerNumber")
                {
                    Tell(new SystemAct(SystemActKind.HangsUp, ear.Name, SystemAct.HangsUp));
                }

                break;
            default:
                ear.LastNews = entry.At;
                break;
        }
    }

    private void Done(Happening happening)
    {
        if (happening.Kind != HappeningKind.Action)
        {
            return;
        }

        switch (happening.Action)
        {
            case Play or Recognize or CancelAllMedia:
                string call = happening.CallConnectionId ?? "";
                if (_loops.Remove(call, out HashSet<string>? over))
                {
                    foreach (Ear ear in _ears.Values)
                    {
                        ear.Loop.ExceptWith(over);
                    }
                }

                if (happening.Action is Play { Loop: true } play)
                {
                    _loops[call] = [.. play.Prompts.SelectMany(Contents)];
                }

                break;
            case CreateCall { Targets: var targets }:
                Tell($"calls {string.Join(" and ", targets.Select(Called))}");
                break;
            case AddParticipant { Participant: var participant }:
                Tell($"calls {Called(participant)}");
                break;
            case TransferCall { Target: var target, Transferee: null }:
                Tell($"transfers to {Called(target)}");
                break;
            case TransferCall { Target: var target, Transferee: { } transferee }:
                Tell($"transfers {_script.NameOf(PartyNumbers.Written(transferee))} to {Called(target)}");
                break;
            case RejectCall { Reason: var reason }:
                Tell($"rejects the call{(reason == RejectReason.None ? "" : $" as {reason.ToString().ToLowerInvariant()}")}");
                break;
            case RedirectCall { Target: var target }:
                Tell($"redirects the call to {Called(target)}");
                break;
        }
    }

    private static string[] Contents(Prompts.Prompt prompt) => prompt switch
    {
        TextPrompt text => [text.Content],
        SsmlPrompt ssml => [ssml.Markup],
        FilePrompt file => [file.Uri.OriginalString, file.Uri.AbsoluteUri],
        _ => [],
    };

    // What follows a file's address may be a key to it, and may be another one every time.
    private static string Address(HeardPrompt prompt) => prompt.Kind == PromptKind.File ? prompt.Content.Split('?')[0] : SystemAct.OneLine(prompt.Content);

    private string Called(CallEndpoint endpoint)
    {
        string number = PartyNumbers.Written(endpoint);
        string name = _script.NameOf(number);
        if (name == number)
        {
            _strangers.Add(number);
        }

        return name;
    }

    private void Tell(string deed) => Tell(new SystemAct(SystemActKind.Does, null, deed));

    private void Tell(SystemAct act)
    {
        _acts.Add(act);
        _moments.Add(new StoryMoment(null, act));
    }

    private void Locked(Action change)
    {
        lock (_gate)
        {
            change();
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    /// <summary>What one person has heard.</summary>
    private sealed class Ear(string name, VirtualCaller caller)
    {
        public string Name { get; } = name;

        public VirtualCaller Caller { get; } = caller;

        public bool IsHearing { get; set; }

        public int News { get; set; }

        public DateTimeOffset LastNews { get; set; }

        public HashSet<string> Loop { get; } = new(StringComparer.Ordinal);
    }
}
