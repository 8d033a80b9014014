using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Storage;

/// <summary>Keeps the files of recordings for as long as the service does, and tells Event Grid's subscribers of them.</summary>
internal sealed class RecordingStorage(EmulatorOptions options, SwitchboardQueue queue, IdSource ids, ICallReports reports)
{
    private readonly Dictionary<string, RecordedFile> _files = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Keeps a recording that is over, some time later. Run it on the <see cref="SwitchboardQueue"/>.</summary>
    public void Keep(Recording recording)
    {
        // A recording that never recorded leaves no file.
        if (recording.StartedAt is null)
            return;
        queue.Schedule(options.Recordings.FilesAfter, () => Add(new RecordedFile($"0-emu-{ids.NewId()}", recording, recording.Recorded)));
    }

    /// <summary>A file; null when there is none, or no more. Run it on the <see cref="SwitchboardQueue"/>.</summary>
    public RecordedFile? Find(string documentId) => _files.GetValueOrDefault(documentId);

    /// <summary>Deletes a file. Run it on the <see cref="SwitchboardQueue"/>.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Delete(string documentId) => _files.Remove(documentId);

    private void Add(RecordedFile file)
    {
        while (_order.Count >= options.Limits.MaxCalls)
            _files.Remove(_order.Dequeue());
        _files.Add(file.DocumentId, file);
        _order.Enqueue(file.DocumentId);
        queue.Schedule(options.Recordings.Retention, () => Delete(file.DocumentId));
        reports.RecordingFilesReady(file.Recording, file.DocumentId, file.Duration);
    }
}
