using System.Text;
using CallFlows.Durable;
using CallFlows.Engine.Replaying;
using CallFlows.Flows;

namespace CallFlows.Engine.Redaction;

/// <summary>One masking of a history: of everything that came from outside.</summary>
internal sealed class Masking
{
    /// <summary>Every redacted instance goes by this id: an author's own may hold what is personal.</summary>
    public const string InstanceId = "redacted";

    private readonly RecordedHistory _original;
    private readonly Type? _flow;
    private readonly HistoryRedaction _redaction;
    private readonly HashSet<MaskedValue> _needed;
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly List<MaskedValue> _masked = [];

    /// <param name="original">The history as it is.</param>
    /// <param name="flow">The flow's class; null when unknown.</param>
    /// <param name="redaction">What is kept because it was asked for.</param>
    /// <param name="needed">What else stays as it is, to see what comes of it.</param>
    public Masking(RecordedHistory original, Type? flow, HistoryRedaction redaction, IEnumerable<MaskedValue> needed)
    {
        _original = original;
        _flow = flow;
        _redaction = redaction;
        _needed = [.. needed];
        string text = TextOf(original);

        // Twice: a value that is kept in one place stays the same in all others, also before it; and so do the digits of a phone number.
        Names = new Pseudonyms(original, InstanceId, text, new HashSet<string>(), _kept);
        Mask();
        _masked.Clear();
        Names = new Pseudonyms(original, InstanceId, text, Names.Phones, _kept);
        History = Mask();
    }

    public Pseudonyms Names { get; }

    /// <summary>The history; the flow's own decisions are as they were.</summary>
    public RecordedHistory History { get; }

    /// <summary>What was masked, in order.</summary>
    public IReadOnlyList<MaskedValue> Masked => _masked;

    /// <summary>The name that what an event brings is kept by.</summary>
    public static string PayloadOf(HistoryEvent happened) =>
        (happened.Type == HistoryEventType.EventRaised ? EventWords.NameOf(happened) : null) ?? happened.Name ?? happened.Type.ToString();

    private static string TextOf(RecordedHistory history)
    {
        StringBuilder text = new();
        foreach (HistoryEvent happened in history.Events)
        {
            text.Append(happened.Payload).Append('\n');
        }

        return text.ToString();
    }

    private RecordedHistory Mask() => _original with { InstanceId = InstanceId, Events = [.. _original.Events.Select(Mask)] };

    private HistoryEvent Mask(HistoryEvent happened, int index)
    {
        if (happened.IsDecision)
        {
            return happened;
        }

        string payload = PayloadOf(happened);
        Type? type = happened.Type switch
        {
            HistoryEventType.ExecutionStarted => FlowPayloads.InputOf(_flow, happened.Payload),
            HistoryEventType.ActivityCompleted => FlowPayloads.ResultOf(happened.Name!, _flow),
            HistoryEventType.EventRaised => FlowPayloads.EventOf(happened.Name!),
            _ => null,
        };
        PayloadMask mask = new(_flow, Names, (path, isEndpoint, value) => Keeps(index + 1, payload, path, isEndpoint, value));

        // The library's own activities tell times and nothing of a person.
        bool isOurs = happened.Type == HistoryEventType.ActivityCompleted && type?.Assembly != typeof(FlowPayloads).Assembly
            && payload.StartsWith("CallFlows.", StringComparison.Ordinal);
        return happened with
        {
            Payload = isOurs ? happened.Payload : mask.Mask(happened.Payload, type),
            Failure = Mask(happened.Failure, index + 1, payload, "$.failure"),
            EventId = happened.EventId is { } id ? Names.Id(id) : null,
            EarlierEventIds = [.. happened.EarlierEventIds.Select(Names.Id)],
            Reason = happened.Reason is { Length: > 0 } reason ? Names.Text(reason) : happened.Reason,
        };
    }

    private FailureDetails? Mask(FailureDetails? failure, int number, string payload, string path)
    {
        if (failure is null)
        {
            return null;
        }

        string place = $"{path}.message";
        string message = Keeps(number, payload, place, false, failure.Message) ? failure.Message : Names.Text(failure.Message);
        return new FailureDetails(failure.ErrorType, message, Inner: Mask(failure.Inner, number, payload, $"{path}.inner"));
    }

    private bool Keeps(int number, string payload, string path, bool isEndpoint, string value)
    {
        MaskedValue place = new(number, payload, path);
        (bool byPath, bool withPayload) = _redaction.Keeps(payload, path);
        if (byPath || (withPayload && !isEndpoint) || _needed.Contains(place))
        {
            _kept.Add(value);
            return true;
        }

        _masked.Add(place);
        return false;
    }
}
