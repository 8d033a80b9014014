namespace CallFlows.Emulator.Hosting;

/// <summary>What becomes of recordings.</summary>
public sealed class RecordingOptions
{
    /// <summary>How long after its end the files of a recording are there; the service takes minutes. 0 to 1 day.</summary>
    public TimeSpan FilesAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long files are kept (doc: 24 h). Above 0, up to 30 days.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(1);
}
