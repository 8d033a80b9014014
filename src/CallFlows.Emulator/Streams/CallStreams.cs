using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Streams;

/// <summary>The streams of one connection; null those that it was not asked for.</summary>
internal sealed record CallStreams(MediaStream? Media, TranscriptionStream? Transcription)
{
    public static readonly CallStreams None = new(null, null);

    public void Connected()
    {
        Media?.CallConnected();
        Transcription?.CallConnected();
    }

    public void HearTone(Participant from, Tone tone) => Media?.HearTone(from, tone);

    public void HearSpeech(Participant from, string text)
    {
        Media?.HearSpeech(from, text);
        Transcription?.HearSpeech(from, text);
    }

    public void HearAudio(Participant from, AudioClip clip) => Media?.HearAudio(from, clip);

    public void Abandon()
    {
        Media?.Abandon();
        Transcription?.Abandon();
    }
}
