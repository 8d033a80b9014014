using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Streams;

/// <summary>What every stream works with.</summary>
internal sealed record StreamServices(
    EmulatorOptions Options, SwitchboardQueue Queue, WorkTracker Work, StreamConnector Connector, StreamDirectory Directory, ICallEvents Events,
    ILogger<ServiceStream> Logger)
{
    /// <summary>The streams that a call was asked for.</summary>
    public CallStreams For(CallConnection call) => new(
        call.Settings.MediaStreaming is { } media ? new MediaStream(call, media, this) : null,
        call.Settings.Transcription is { } transcription ? new TranscriptionStream(call, transcription, this) : null);
}
