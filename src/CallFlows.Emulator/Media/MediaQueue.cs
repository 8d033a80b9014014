using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Media;

/// <summary>The play and recognize operations of one connection: one runs, the others wait their turn (wire reference, 9.2).</summary>
internal sealed class MediaQueue
{
    private readonly LinkedList<MediaOperation> _waiting = new();
    private MediaOperation? _running;
    private int _sendingTones;

    public void Add(MediaOperation operation, bool interrupt)
    {
        if (operation.IsForSome && (_sendingTones > 0 || (IsForSome && !interrupt)))
            throw Incompatible();
        if (_waiting.Count >= MaxWaiting)
            throw new ServiceFault(429, 8516, $"{MaxWaiting} media operations wait already in this call.");

        if (!interrupt || _running is null)
        {
            _waiting.AddLast(operation);
            StartNext();
            return;
        }

        _waiting.AddFirst(operation);
        MediaOperation interrupted = _running;
        _running = null;
        interrupted.Cancel();
        StartNext();
    }

    /// <summary>Tones to somebody take that participant aside until they are sent (doc, 9.2).</summary>
    public void BeginTones()
    {
        if (_sendingTones > 0 || IsForSome)
            throw Incompatible();
        _sendingTones++;
    }

    public void EndTones() => _sendingTones--;

    public void CancelAll()
    {
        foreach (MediaOperation operation in TakeAll())
            operation.Cancel();
    }

    public void Abandon()
    {
        foreach (MediaOperation operation in TakeAll())
            operation.Abandon();
    }

    public void HearTone(Participant from, Tone tone) => _running?.HearTone(from, tone);

    public void HearSpeech(Participant from, string text) => _running?.HearSpeech(from, text);

    private const int MaxWaiting = 100;

    private bool IsForSome => _running is { IsForSome: true };

    private static ServiceFault Incompatible() => new(412, 8583, "Another media operation with a single participant is running in this call.");

    private List<MediaOperation> TakeAll()
    {
        List<MediaOperation> all = [.. _waiting];
        if (_running is not null)
            all.Insert(0, _running);
        _waiting.Clear();
        _running = null;
        return all;
    }

    private void StartNext()
    {
        if (_running is not null || _waiting.First is not { } next)
            return;
        _waiting.RemoveFirst();
        _running = next.Value;
        _running.Done = () =>
        {
            _running = null;
            StartNext();
        };
        _running.Start();
    }
}
