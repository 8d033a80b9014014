using System.Buffers.Binary;
using System.Globalization;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Streaming;

namespace CallFlows.Emulator.Streams;

/// <summary>
/// A call's sound to an app: a frame every 20 milliseconds of the clock, of everybody together or of each. Prompts of apps are not in it.
/// Back come sounds of the app, which are heard at the pace of the clock.
/// </summary>
internal sealed class MediaStream(CallConnection call, MediaStreamSettings settings, StreamServices services)
    : ServiceStream(call, EmulatedStreamKind.Media, settings.TransportUrl, settings.StartsAtOnce, services)
{
    /// <summary>As many participants the service streams apart: those who speak most. Here, those who were there first.</summary>
    private const int MaxSpeakers = 4;

    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(20);

    private readonly Dictionary<Participant, Voice> _voices = [];
    private readonly int _samples = settings.SampleRate / 50;
    private DateTimeOffset _next;
    private IDisposable? _timer;

    protected override string CannotConnect => "initialWebSocketConnectionFailed";

    public void HearTone(Participant from, Tone tone)
    {
        if (!IsActive)
            return;
        char key = Tones.ToKey(tone);
        HearAudio(from, AudioClip.Key(char.ToUpperInvariant(key)));
        if (!settings.HasTones)
            return;
        Send(new StreamingFrameModel
        {
            Kind = StreamingKinds.DtmfData,
            DtmfData = new() { Data = key.ToString(), Timestamp = Text(Services.Queue.Now), ParticipantRawId = from.Id.RawId },
        });
    }

    public void HearSpeech(Participant from, string text) => HearAudio(from, AudioClip.Speech(SpeechTime.Of(text, Services.Options.Prompts)));

    public void HearAudio(Participant from, AudioClip clip)
    {
        if (!IsActive)
            return;
        if (!_voices.TryGetValue(from, out Voice? voice))
            _voices.Add(from, voice = new Voice());
        voice.Add(Services.Queue.Now, clip);
    }

    protected override StreamingFrameModel Metadata() => new()
    {
        Kind = StreamingKinds.AudioMetadata,
        AudioMetadata = new()
        {
            SubscriptionId = Call.Settings.MediaSubscriptionId,
            Encoding = "PCM",
            SampleRate = settings.SampleRate,
            Channels = 1,
            Length = _samples * 2,
        },
    };

    protected override void Report(Operation operation, StreamChange change, string details) =>
        Services.Events.MediaStreamingChanged(Call, operation, change, details);

    protected override void Began()
    {
        _voices.Clear();
        _timer?.Dispose();
        _next = Services.Queue.Now;
        ScheduleNext();
    }

    protected override void Take(ReadOnlyMemory<byte> message)
    {
        if (!settings.IsBidirectional || !OutStreamingFrame.TryRead(message, out OutStreamingFrame frame))
            View.Ignored();
        else if (frame.IsStop)
            View.DropQueued();
        else
            View.Enqueue(frame.Audio.Span);
    }

    private void ScheduleNext()
    {
        TimeSpan batch = Frame * Services.Options.Streams.FramesPerTick;
        _timer = Services.Queue.Schedule(_next + batch - Services.Queue.Now, Tick);
    }

    private void Tick()
    {
        if (!IsActive || Call.IsOver)
            return;
        foreach (Participant gone in _voices.Keys.Where(participant => participant.Leg.Participant != participant).ToArray())
            _voices.Remove(gone);
        for (int i = 0; i < Services.Options.Streams.FramesPerTick; i++)
        {
            SendFrames(_next);
            View.Play(_samples * 2);
            _next += Frame;
        }

        ScheduleNext();
    }

    private void SendFrames(DateTimeOffset at)
    {
        if (settings.IsMixed)
        {
            SendFrame(at, null, Call.Others);
            return;
        }

        foreach (Participant speaker in Call.Others.Take(MaxSpeakers))
            SendFrame(at, speaker.Id.RawId, [speaker]);
    }

    private void SendFrame(DateTimeOffset at, string? rawId, IEnumerable<Participant> speakers)
    {
        Span<int> sum = stackalloc int[_samples];
        sum.Clear();
        bool heard = false;
        foreach (Participant speaker in speakers)
        {
            if (!speaker.IsMuted && !speaker.IsOnHold && _voices.TryGetValue(speaker, out Voice? voice))
                heard |= voice.AddTo(sum, at, settings.SampleRate);
        }

        byte[] data = new byte[_samples * 2];
        for (int i = 0; heard && i < sum.Length; i++)
            BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(2 * i), (short)Math.Clamp(sum[i], short.MinValue, short.MaxValue));
        Send(new StreamingFrameModel
        {
            Kind = StreamingKinds.AudioData,
            AudioData = new() { Timestamp = Text(at), ParticipantRawId = rawId, Data = data, Silent = !heard },
        });
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
