using System.Globalization;
using CallFlows.Calls.Transcripts;
using CallFlows.Endpoints;
using Spectre.Console;

namespace CallFlows.Local.Demo;

/// <summary>Shows the transcripts of the demo's calls as they grow, line by line in the order things happen.</summary>
internal sealed class DemoScreen(IAnsiConsole console, DemoPlay play) : ICallTranscriptObserver
{
    private const int TextColumn = 32;

    private static readonly string[] Colors = ["aqua", "green", "fuchsia", "yellow", "blue", "red", "olive", "teal"];

    private readonly Lock _lock = new();
    private readonly Dictionary<CallEndpoint, HashSet<string>> _instances = [];

    /// <summary>The flows a phone had to do with, in no particular order.</summary>
    public IReadOnlyCollection<string> InstancesOf(CallEndpoint phone)
    {
        lock (_lock)
        {
            return _instances.TryGetValue(phone, out HashSet<string>? ids) ? [.. ids] : [];
        }
    }

    public void OnEntry(string instanceId, string flow, CallTranscript call, CallTranscriptEntry entry)
    {
        bool inbound = call.Direction == Calls.CallDirection.Inbound;
        // The demo's flows join no call of others, so both ends are known.
        CallEndpoint other = inbound ? call.From! : call.To!;
        string person = play.NameOf(other);
        string line = play.NameOf(inbound ? call.To : call.From);
        string who = entry.Speaker switch
        {
            "flow" => line,
            "caller" or "callee" => person,
            _ => "·",
        };
        string text = entry.Kind is TranscriptKind.Prompt or TranscriptKind.Speech ? $"\"{entry.Text}\"" : Named(entry.Text);

        lock (_lock)
        {
            if (!_instances.TryGetValue(other, out HashSet<string>? ids))
            {
                _instances[other] = ids = [];
            }

            ids.Add(instanceId);
            Write(entry.Time, inbound ? $"{person} → {line}" : $"{line} → {person}", Color(person), who, text, entry.Kind);
        }
    }

    private void Write(DateTimeOffset time, string call, string color, string who, string text, TranscriptKind kind)
    {
        string style = kind switch
        {
            TranscriptKind.Prompt => "default",
            TranscriptKind.Error => "red",
            TranscriptKind.Keys or TranscriptKind.Speech => "bold",
            _ => "grey",
        };
        string clock = time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        int width = Math.Max(40, console.Profile.Width - TextColumn - 1);
        string first = $"[grey]{clock}[/]  [{color}]{Markup.Escape(call),-14}[/]  {Markup.Escape(who),-6} ";
        foreach (string part in Wrap(text, width))
        {
            console.MarkupLine($"{first}[{style}]{Markup.Escape(part)}[/]");
            first = new string(' ', TextColumn + 1);
        }
    }

    /// <summary>Transcripts show masked numbers; here everybody has a name.</summary>
    private string Named(string text)
    {
        foreach (CallEndpoint endpoint in play.Calls.Select(call => (CallEndpoint)call.Phone)
            .Concat([Samples.SampleNumbers.Clinic, Samples.SampleNumbers.Shop, Samples.SampleNumbers.Sales]))
        {
            text = text.Replace(endpoint.ToString(), play.NameOf(endpoint), StringComparison.Ordinal);
        }

        return text;
    }

    private string Color(string person)
    {
        int index = play.Calls.Select(call => call.Person).ToList().IndexOf(person);
        return index < 0 ? "default" : Colors[index % Colors.Length];
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }
}
