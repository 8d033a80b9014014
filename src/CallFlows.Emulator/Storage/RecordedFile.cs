using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Storage;

/// <summary>The file of a recording: silence of the recorded length, in the form that was asked for. The emulator makes no sound.</summary>
internal sealed record RecordedFile(string DocumentId, Recording Recording, TimeSpan Duration)
{
    public bool IsVideo => Recording.Settings.Form.Content == RecordingContents.AudioVideo;

    public string MediaType => Recording.Settings.Form.Format switch
    {
        RecordingFormats.Wav => "audio/wav",
        RecordingFormats.Mp3 => "audio/mpeg",
        _ => "video/mp4",
    };

    /// <summary>The file's bytes.</summary>
    public Stream Open() => Recording.Settings.Form.Format switch
    {
        RecordingFormats.Wav => SilentFile.Wav(Duration, Recording.Settings.Form.Channels),
        RecordingFormats.Mp3 => SilentFile.Mp3(Duration),
        _ => SilentFile.Mp4(Duration),
    };
}
