using System.Globalization;
using System.Text.RegularExpressions;

namespace CallFlows.Testing.Storyboards;

/// <summary>Reads storyboards. docs/storyboards.md has the grammar.</summary>
internal sealed partial class StoryReader
{
    private const string System = "System";

    private readonly StoryboardFile _file;
    private readonly List<StoryParty> _parties = [];
    private readonly List<StoryLine> _lines = [];
    private int _number;

    private StoryReader(StoryboardFile file) => _file = file;

    /// <exception cref="StoryboardException">Something can't be read.</exception>
    public static StoryScript Read(StoryboardFile file)
    {
        StoryReader reader = new(file);
        foreach (string line in file.Lines)
        {
            reader._number++;
            reader.ReadLine(line.Trim());
        }

        return reader._lines.Exists(line => line is DeedLine)
            ? new StoryScript(file, reader._parties, reader._lines)
            : throw new StoryboardException(file.Path, Math.Max(1, file.Lines.Count), "Nobody does anything here. Write who calls: Caller (+14255550123) calls +14255550100");
    }

    /// <summary>Whether a line is a title, a comment or blank.</summary>
    public static bool IsAside(string line) => line.AsSpan().Trim() is "" or ['#', ..];

    private void ReadLine(string text)
    {
        if (IsAside(text))
        {
            return;
        }

        if (text.StartsWith('*'))
        {
            string what = text[1..].Trim();
            Add(text, null, new Deed.Happens(what.Length > 0 ? what : throw Error("'*' tells what happens outside of the calls. Write, for instance: * The flow starts")));
        }
        else if (SystemForm().Match(text) is { Success: true } said)
        {
            ReadSystem(text, said.Groups["to"] is { Success: true } to ? Known(to.Value).Name : null, said.Groups["act"].Value);
        }
        else if (Introduction().Match(text) is { Success: true } introduced)
        {
            StoryParty party = Introduce(introduced.Groups["name"].Value, introduced.Groups["number"].Value.Trim());
            string deed = introduced.Groups["deed"].Value;
            Add(text, party, Act(deed) is Deed.Calls or Deed.Rings
                ? Act(deed)
                : throw Error($"{party.Name} is in no call yet. Write first who calls, or what the phone does when it rings: {party.Name} ({party.Number}) answers"));
        }
        else if (DeedForm().Match(text) is { Success: true } done)
        {
            StoryParty party = Known(done.Groups["name"].Value);
            Add(text, party, Act(done.Groups["deed"].Value));
        }
        else
        {
            throw Error(Hint(text));
        }
    }

    private void ReadSystem(string text, string? to, string act)
    {
        string? whom = to ?? (_parties is [StoryParty first, ..] ? first.Name : null);
        (SystemAct read, bool isBeginning) = act switch
        {
            ['"', .. var words, '"'] => (Says(whom, words), false),
            ['"', ..] => throw Error("The quotation mark at the beginning has none at the end."),
            "" => throw Error("Write what is heard: System: Welcome to Contoso."),
            SystemAct.HangsUp => (new SystemAct(SystemActKind.HangsUp, Somebody(whom), act), false),
            _ when act.StartsWith(SystemAct.Plays, StringComparison.Ordinal) =>
                (new SystemAct(SystemActKind.Plays, Somebody(whom), SystemAct.OneLine(act[SystemAct.Plays.Length..])), false),
            _ when SystemAct.BeginsAsDeed(act) => (Does(to, act), false),
            _ when act.EndsWith(SystemAct.Ellipsis, StringComparison.Ordinal) => (Says(whom, act[..^SystemAct.Ellipsis.Length]), true),
            _ => (Says(whom, act), false),
        };
        _lines.Add(new SystemLine(_number, text, read, isBeginning));
    }

    private SystemAct Says(string? whom, string words) => new(SystemActKind.Says, Somebody(whom), SystemAct.OneLine(words));

    private string Somebody(string? whom) => whom
        ?? throw Error("Nobody is there to hear it. Write first who calls: Caller (+14255550123) calls +14255550100");

    private SystemAct Does(string? to, string act)
    {
        if (to is not null || SystemDeed().Match(act) is not { Success: true } done)
        {
            throw Error($"'{act}' is nothing that the system does. It 'hangs up', 'calls NAME', 'transfers to NAME', 'transfers NAME to NAME', 'rejects the call', "
                + "'rejects the call as busy', 'redirects the call to NAME' or 'plays FILE'. If these are words that are heard, put them in quotation marks.");
        }

        foreach (Capture party in done.Groups["party"].Captures)
        {
            if (!_parties.Exists(known => known.Name == party.Value) && !PartyNumbers.AreRead(party.Value))
            {
                throw Error($"{Unknown(party.Value)}; or write a number in place of the name.");
            }
        }

        return new SystemAct(SystemActKind.Does, null, SystemAct.OneLine(act));
    }

    private StoryParty Introduce(string name, string number)
    {
        if (name is System)
        {
            throw Error("The system needs no number. Write: System: what is heard");
        }

        if (_parties.Find(party => party.Name == name) is { } same)
        {
            throw Error($"{name} is introduced in line {same.Line} already. Write from then on: {name}: presses 1");
        }

        if (!PartyNumbers.AreRead(number))
        {
            throw Error($"'{number}' is no number. Write it in E.164, such as +14255550123, or write a raw id, such as 8:acs:….");
        }

        number = PartyNumbers.Written(number);
        if (_parties.Find(party => party.Number == number) is { } other)
        {
            throw Error($"{number} is {other.Name}'s, who is introduced in line {other.Line}. Each of them needs a number of their own.");
        }

        StoryParty introduced = new(name, number, _number);
        _parties.Add(introduced);
        return introduced;
    }

    private StoryParty Known(string name) => _parties.Find(party => party.Name == name)
        ?? throw Error(name is System ? "Write what the system says as: System: what is heard" : Unknown(name));

    private string Unknown(string name) => _parties.Count == 0
        ? $"Nobody has been introduced up to here. Write first: {name} (+14255550123) calls +14255550100"
        : $"{name} has not been introduced; known up to here: {string.Join(", ", _parties.Select(party => party.Name))}. Write first: {name} (+14255550123) answers";

    private Deed Act(string text) => text switch
    {
        "is silent" => new Deed.IsSilent(),
        "hangs up" => new Deed.HangsUp(),
        _ when Calls().Match(text) is { Success: true } calls => new Deed.Calls(
            PartyNumbers.AreRead(calls.Groups["to"].Value) ? calls.Groups["to"].Value : throw Error($"'{calls.Groups["to"].Value}' is no number. Write it in E.164, such as +14255550100."),
            calls.Groups["as"].Value),
        _ when Presses().Match(text) is { Success: true } presses => new Deed.Presses(presses.Groups["keys"].Value.Replace(" ", "", StringComparison.Ordinal)),
        _ when Says().Match(text) is { Success: true } says => new Deed.Says(says.Groups["words"].Value),
        _ when Waits().Match(text) is { Success: true } waits => new Deed.Waits(Time(waits)),
        _ => Rings(text),
    };

    private Deed.Rings Rings(string text)
    {
        string[] parts = text.Split(", then ");
        List<RingStep> steps = [];
        for (int index = 0; index < parts.Length; index++)
        {
            Match match = Ring().Match(parts[index]);
            if (!match.Success)
            {
                throw Error(parts.Length > 1 ? $"'{parts[index]}' is nothing that a phone does when it rings. It 'answers', 'answers after 5 s', 'declines', 'is busy' or 'never answers'." : NotADeed(text));
            }

            bool isLast = index == parts.Length - 1;
            if (isLast && match.Groups["times"].Success)
            {
                throw Error($"What comes after '{parts[index]}'? Add it: {parts[index]}, then answers");
            }

            steps.Add(new RingStep(
                match.Groups["how"].Value switch
                {
                    "declines" => RingKind.Declines,
                    "is busy" => RingKind.IsBusy,
                    "never answers" => RingKind.NeverAnswers,
                    _ => RingKind.Answers,
                },
                match.Groups["amount"].Success ? Time(match) : null,
                match.Groups["times"].Value switch
                {
                    "" or "once" => 1,
                    "twice" => 2,
                    var times => int.TryParse(times.Split(' ')[0], out int count) && count is > 0 and <= 1000 ? count : throw Error("A phone can do that 1 to 1000 times."),
                }));
        }

        return new Deed.Rings(steps);
    }

    private static string NotADeed(string text) => text switch
    {
        _ when text.StartsWith("presses", StringComparison.Ordinal) => $"'{text}' has no keys that can be pressed. Use 0 to 9, A to D, # and *: presses 42#",
        _ when text.StartsWith("says", StringComparison.Ordinal) => $"'{text}' does not tell the words. Write: says \"confirm\", or says: confirm",
        _ when text.StartsWith("waits", StringComparison.Ordinal) => $"'{text}' does not tell the time. Write, for instance: waits 3 s, with ms, s, min, h or d",
        _ when text.StartsWith("calls", StringComparison.Ordinal) => $"'{text}' does not tell whom. Write: calls +14255550100, or calls +14255550100 as \"Jo\"",
        _ => $"'{text}' is nothing that people do here. Write: presses 1, says \"yes\", is silent, waits 3 s, hangs up or calls +14255550100; "
            + "or what a phone does when it rings: answers, answers after 5 s, declines, is busy or never answers.",
    };

    private string Hint(string text)
    {
        Match loose = LooseDeed().Match(text);
        string name = loose.Groups["name"].Value;
        return !loose.Success
            ? "This can't be read. A line is 'NAME (NUMBER) calls NUMBER', 'NAME: presses 1', 'System: what is heard', '* what happens outside', or '# a comment'."
            : name == System || _parties.Exists(party => party.Name == name)
                ? $"There is no colon. Write: {name}: {loose.Groups["deed"].Value}"
                : $"Which number has {name}? Write: {name} (+14255550123) {loose.Groups["deed"].Value}";
    }

    private TimeSpan Time(Match match)
    {
        const double MostDays = 400;
        double amount = double.Parse(match.Groups["amount"].Value, CultureInfo.InvariantCulture);
        double days = amount * match.Groups["unit"].Value switch
        {
            "ms" => 1 / 86_400_000d,
            "s" => 1 / 86_400d,
            "min" => 1 / 1440d,
            "h" => 1 / 24d,
            _ => 1d,
        };
        return days <= MostDays ? TimeSpan.FromTicks((long)Math.Round(days * TimeSpan.TicksPerDay / 10_000) * 10_000) : throw Error($"That is too long: a test lasts {MostDays} days at most.");
    }

    private void Add(string text, StoryParty? party, Deed deed) => _lines.Add(new DeedLine(_number, text, party, deed));

    private StoryboardException Error(string what) => new(_file.Path, _number, what);

    [GeneratedRegex(@"^System(?: to (?<to>[^:]+))?:\s*(?<act>.*)$")]
    private static partial Regex SystemForm();

    [GeneratedRegex(@"^(?<name>\p{L}[\p{L}\p{N} ._'’-]*?)\s*\((?<number>[^()]*)\)\s+(?<deed>.+)$")]
    private static partial Regex Introduction();

    [GeneratedRegex(@"^(?<name>\p{L}[\p{L}\p{N} ._'’-]*?):\s*(?<deed>.+)$")]
    private static partial Regex DeedForm();

    [GeneratedRegex(@"^(?<name>\p{L}[\p{L}\p{N}._'’-]*) (?<deed>(?:calls|presses|says|is|waits|hangs|answers|declines|never|transfers|rejects|redirects|plays)\b.*)$")]
    private static partial Regex LooseDeed();

    [GeneratedRegex(@"^calls (?<to>\S+)(?: as ""(?<as>[^""]+)"")?$")]
    private static partial Regex Calls();

    [GeneratedRegex(@"^presses (?<keys>[0-9A-D#*]+(?: [0-9A-D#*]+)*)$")]
    private static partial Regex Presses();

    [GeneratedRegex(@"^says(?: ""(?<words>[^""]*\S[^""]*)""|:\s*(?<words>[^""\s].*))$")]
    private static partial Regex Says();

    [GeneratedRegex(@"^waits (?<amount>\d{1,9}(?:\.\d{1,3})?) (?<unit>ms|s|min|h|d)$")]
    private static partial Regex Waits();

    [GeneratedRegex(@"^(?:(?<how>answers)(?: after (?<amount>\d{1,9}(?:\.\d{1,3})?) (?<unit>ms|s|min|h|d))?|(?<how>declines|is busy|never answers))(?: (?<times>once|twice|\d{1,9} times))?$")]
    private static partial Regex Ring();

    [GeneratedRegex(@"^(?:calls (?<party>.+?)(?: and (?<party>.+?))*|transfers (?:(?<party>.+?) )?to (?<party>.+)|rejects the call(?: as busy| as forbidden)?|redirects the call to (?<party>.+))$")]
    private static partial Regex SystemDeed();
}
