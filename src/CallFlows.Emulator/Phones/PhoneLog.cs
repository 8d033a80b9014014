using CallFlows.Emulator.Media;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Phones;

/// <summary>What one phone heard and did, within a bound. Written on the switchboard, read from anywhere.</summary>
internal sealed class PhoneLog(SwitchboardQueue queue, int limit)
{
    private readonly Lock _gate = new();
    private readonly List<PhoneLogEntry> _entries = [];
    private readonly List<HeardPrompt> _heard = [];
    private int _lastEntry;
    private int _lastHeard;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public event Action<PhoneLogEntry>? Added;

    /// <summary>Completes at the next change.</summary>
    public Task Changed
    {
        get { lock (_gate) return _changed.Task; }
    }

    public IReadOnlyList<PhoneLogEntry> Entries
    {
        get { lock (_gate) return _entries.ToArray(); }
    }

    public IReadOnlyList<HeardPrompt> Heard
    {
        get { lock (_gate) return _heard.ToArray(); }
    }

    public void Add(PhoneLogKind kind, string? text = null, HeardPrompt? prompt = null)
    {
        PhoneLogEntry entry = new(++_lastEntry, queue.Now, kind, text, prompt);
        Change(() => Append(_entries, entry));
        Added?.Invoke(entry);
    }

    public HeardPrompt PromptStarted(Prompt prompt)
    {
        HeardPrompt heard = new(++_lastHeard, prompt.Kind, prompt.Content, prompt.Words, queue.Now, null, false);
        Change(() => Append(_heard, heard));
        Add(PhoneLogKind.PromptStarted, prompt: heard);
        return heard;
    }

    public void PromptEnded(HeardPrompt started, bool interrupted)
    {
        HeardPrompt ended = started with { EndedAt = queue.Now, Interrupted = interrupted };
        Change(() =>
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

    private void Change(Action change)
    {
        TaskCompletionSource before;
        lock (_gate)
        {
            change();
            before = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        before.SetResult();
    }
}
