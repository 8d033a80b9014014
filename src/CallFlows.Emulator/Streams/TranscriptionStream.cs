using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Streaming;

namespace CallFlows.Emulator.Streams;

/// <summary>
/// What is said in a call, as text, to an app: on wish with an intermediate result after each word but the last, then the final one. Words
/// take as long as those of a prompt.
/// </summary>
internal sealed class TranscriptionStream(CallConnection call, TranscriptionSettings settings, StreamServices services)
    : ServiceStream(call, EmulatedStreamKind.Transcription, settings.TransportUrl, settings.StartsAtOnce, services)
{
    private readonly Dictionary<Participant, DateTimeOffset> _speakingUntil = [];
    private DateTimeOffset _begun;
    private int _connection;

    /// <summary>The language now.</summary>
    public string Locale { get; private set; } = settings.Locale;

    public bool HasIntermediateResults => settings.HasIntermediateResults;

    private string? Model { get; set; } = settings.SpeechModelEndpointId;

    protected override string CannotConnect => "streamConnectionUnsuccessful";

    public void Start(Operation operation, string? locale, string? model)
    {
        Start(operation);
        Locale = locale ?? Locale;
        Model = model ?? Model;
    }

    public void Update(Operation operation, string locale, string? model)
    {
        RequireStarted();
        Services.Queue.Schedule(Services.Options.Latency, () =>
        {
            if (!IsStarted)
                return;
            Locale = locale;
            Model = model;
            Report(operation, StreamChange.Updated, "transcriptionLocaleUpdated");
        });
    }

    public void HearSpeech(Participant from, string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!IsActive || words.Length == 0)
            return;
        DateTimeOffset now = Services.Queue.Now;
        DateTimeOffset start = _speakingUntil.GetValueOrDefault(from) is { } busy && busy > now ? busy : now;
        TimeSpan perCharacter = SpeechTime.Of(text, Services.Options.Prompts) / words.Sum(word => word.Length);
        List<TranscriptionWordModel> spoken = [];
        DateTimeOffset at = start;
        foreach (string word in words)
        {
            TimeSpan duration = perCharacter * word.Length;
            spoken.Add(new() { Text = word, Offset = (at - _begun).Ticks, Duration = duration.Ticks });
            at += duration;
            Schedule(from, at - now, [.. spoken], isFinal: spoken.Count == words.Length);
        }

        _speakingUntil[from] = at;
    }

    protected override StreamingFrameModel Metadata() => new()
    {
        Kind = StreamingKinds.TranscriptionMetadata,
        TranscriptionMetadata = new()
        {
            SubscriptionId = Call.Settings.DataSubscriptionId,
            Locale = Locale,
            CallConnectionId = Call.Id,
            CorrelationId = Call.Conversation.CorrelationId,
            SpeechRecognitionModelEndpointId = Model,
        },
    };

    protected override void Report(Operation operation, StreamChange change, string details) =>
        Services.Events.TranscriptionChanged(Call, operation, change, details);

    protected override void Began()
    {
        _begun = Services.Queue.Now;
        _connection++;
        _speakingUntil.Clear();
    }

    private void Schedule(Participant from, TimeSpan after, IReadOnlyList<TranscriptionWordModel> words, bool isFinal)
    {
        if (!isFinal && !settings.HasIntermediateResults)
            return;
        int connection = _connection;
        Services.Queue.Schedule(after, () =>
        {
            if (IsActive && connection == _connection)
                Send(Result(from, words, isFinal));
        });
    }

    private static StreamingFrameModel Result(Participant from, IReadOnlyList<TranscriptionWordModel> words, bool isFinal)
    {
        TranscriptionWordModel last = words[^1];
        string text = string.Join(' ', words.Select(word => word.Text));
        return new()
        {
            Kind = StreamingKinds.TranscriptionData,
            TranscriptionData = new()
            {
                Text = text,
                Format = "display",
                Confidence = 1,
                Offset = words[0].Offset,
                Duration = last.Offset + last.Duration - words[0].Offset,
                Words = words,
                ParticipantRawId = from.Id.RawId,
                ResultStatus = isFinal ? "Final" : "Intermediate",
            },
        };
    }
}
