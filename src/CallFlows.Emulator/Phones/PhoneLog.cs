using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Media;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Phones;

/// <summary>What one phone heard and did, within a bound. Written on the switchboard, read from anywhere.</summary>
internal sealed class PhoneLog(SwitchboardQueue queue, int limit)
{
    private readonly ChangeSource _changes = new();
    private readonly List<PhoneLogEntry> _entries = [];
    private readonly List<HeardPrompt> _heard = [];
    private int _lastEntry;
    private int _lastHeard;

    public event Action<PhoneLogEntry>? Added;

    /// <summary>Completes at the next change.</summary>
    public Task Changed => _changes.Next;

    public IReadOnlyList<PhoneLogEntry> Entries => _changes.Read(() => _entries.ToArray());

    public IReadOnlyList<HeardPrompt> Heard => _changes.Read(() => _heard.ToArray());

    public void Add(PhoneLogKind kind, string? text = null, HeardPrompt? prompt = null)
    {
        PhoneLogEntry entry = new(++_lastEntry, queue.Now, kind, text, prompt);
        _changes.Change(() => Append(_entries, entry));
        Added?.Invoke(entry);
    }

    public HeardPrompt PromptStarted(Prompt prompt)
    {
        HeardPrompt heard = new(++_lastHeard, prompt.Kind, prompt.Content, prompt.Words, queue.Now, null, false);
        _changes.Change(() => Append(_heard, heard));
        Add(PhoneLogKind.PromptStarted, prompt: heard);
        return heard;
    }

    public void PromptEnded(HeardPrompt started, bool interrupted)
    {
        HeardPrompt ended = started with { EndedAt = queue.Now, Interrupted = interrupted };
        _changes.Change(() =>
        {
            int index = _heard.FindIndex(heard => heard.Number == started.Number);
            if (index >= 0)
                _heard[index] = ended;
        });
        Add(interrupted ? PhoneLogKind.PromptInterrupted : PhoneLogKind.PromptEnded, prompt: ended);
    }

    private void Append<T>(List<T> list, T item)
    {
        if (list.Count >= limit)
            list.RemoveAt(0);
        list.Add(item);
    }
}
