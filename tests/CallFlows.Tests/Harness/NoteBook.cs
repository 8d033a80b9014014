namespace CallFlows.Tests.Harness;

/// <summary>What the flow told its test, in order.</summary>
internal sealed class NoteBook
{
    private readonly Lock _lock = new();
    private readonly List<string> _notes = [];

    public IReadOnlyList<string> Notes
    {
        get
        {
            lock (_lock)
            {
                return [.. _notes];
            }
        }
    }

    public int Add(string note)
    {
        lock (_lock)
        {
            _notes.Add(note);
            return _notes.Count;
        }
    }
}
