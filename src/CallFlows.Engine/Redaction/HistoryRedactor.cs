using System.Text.Json;
using CallFlows.Durable;
using CallFlows.Engine.Diagnostics;
using CallFlows.Engine.Replaying;

namespace CallFlows.Engine.Redaction;

/// <summary>Redacts one history, and checks that its code takes the same path over what is left.</summary>
internal sealed class HistoryRedactor
{
    /// <summary>How many values that steer a path are named at once.</summary>
    private const int MaxNamed = 5;

    private readonly RecordedHistory _original;
    private readonly OrchestratorRegistration _code;
    private readonly HistoryRedaction _redaction;
    private readonly string _who;

    public HistoryRedactor(RecordedHistory original, DurableRegistry registry, HistoryRedaction redaction)
    {
        _original = original;
        _redaction = redaction;
        _who = $"The history of {original.Flow} v{original.Version} '{original.InstanceId}' can't be exported";
        _code = registry.FindOrchestrator(original.Flow, original.Version)
            ?? throw new HistoryExportException(
                $"{_who}: its code is not registered here, and a redacted history must be replayed once. Export it where the flow runs.");
    }

    public RecordedHistory Redact()
    {
        try
        {
            return RedactReadable();
        }
        catch (JsonException problem)
        {
            throw new HistoryExportException($"{_who}: a payload is nested deeper than {PayloadMask.ReadOptions.MaxDepth} levels or is no JSON ({problem.Message.TrimEnd('.')}).");
        }
    }

    private RecordedHistory RedactReadable()
    {
        if (CodeReview.Find(_code) is { } illegal)
        {
            throw new HistoryExportException($"{_who}: {illegal.Message}");
        }

        if (HistoryRun.Of(_original, _code).Departure is { } departed)
        {
            throw new HistoryExportException(
                $"{_who}: the code here does not fit it ({departed.Message}). Export it where the code runs that made it, before the next one is deployed.");
        }

        Masking masking = Mask([]);
        HistoryRun run = HistoryRun.Of(masking.History, _code);
        if (run.Departure is { } changed)
        {
            throw Refuse(masking, changed);
        }

        RecordedHistory redacted = masking.History with { Events = [.. masking.History.Events.Select(happened => Redecide(happened, run, masking.Names))] };
        RefuseLeaks(redacted, masking.Names);
        return redacted;
    }

    /// <summary>A decision as the code makes it from masked values.</summary>
    private static HistoryEvent Redecide(HistoryEvent happened, HistoryRun run, Pseudonyms names)
    {
        if (!happened.IsDecision || run.Decisions.Find(happened) is not { } made)
        {
            return happened;
        }

        DecisionMask mask = new(names);
        return happened with
        {

            // What a flow leaves behind holds its transcripts, and no replay needs it.
            Payload = happened.Type == HistoryEventType.ExecutionCompleted ? Payload.Null : mask.Mask(made.Payload),
            FireAt = made.FireAt,
            ChildInstanceId = mask.Mask(made.ChildInstanceId),
            ExecutionId = made.ExecutionId,
            Failure = mask.Mask(made.Failure),
        };
    }

    private Masking Mask(IEnumerable<MaskedValue> needed) => new(_original, _code.CodeType, _redaction, needed);

    /// <summary>Finds the values that steer the path: without any one of them the code departs.</summary>
    private HistoryExportException Refuse(Masking masking, HistoryDeparture departure)
    {
        List<MaskedValue> needed = [];
        while (needed.Count < MaxNamed && Fits(masking.Masked) && !Fits(needed))
        {
            // Values matter in the order they came: the last of the fewest first ones that must stay is one of them.
            int low = 1;
            int high = masking.Masked.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (Fits(needed.Concat(masking.Masked.Take(middle))))
                {
                    high = middle;
                }
                else
                {
                    low = middle + 1;
                }
            }

            needed.Add(masking.Masked[low - 1]);
        }

        if (needed.Count == 0)
        {
            return new HistoryExportException(
                $"{_who}: without what is personal its code takes another path ({departure.Message}), and no value alone makes up for it.");
        }

        string values = string.Join("\n", needed.OrderBy(value => value.Event).Select(value =>
            $"  event {value.Event}, {EventWords.Of(_original.Events[value.Event - 1])}: {value.Path}; kept with Keep(\"{value.Payload}\", \"{value.Path}\"), or --keep '{value.Payload}:{value.Path}'"));
        return new HistoryExportException(
            $"{_who}: its path depends on values that would be masked, and with them masked {departure.Message}.\n{values}\n"
            + "Keep what tells nothing of a person; otherwise leave this history out.");
    }

    private bool Fits(IEnumerable<MaskedValue> kept) => HistoryRun.Of(Mask(kept).History, _code).Departure is null;

    /// <summary>The last net: what was masked in one place must not stand in another.</summary>
    private void RefuseLeaks(RecordedHistory redacted, Pseudonyms names)
    {
        string[] originals = [.. names.Originals];
        for (int i = 0; i < redacted.Events.Count; i++)
        {
            HistoryEvent happened = redacted.Events[i];
            string text = $"{happened.Payload}\n{happened.Failure?.Message}\n{happened.ChildInstanceId}";
            if (originals.Any(original => text.Contains(original, StringComparison.OrdinalIgnoreCase)))
            {
                throw new HistoryExportException(
                    $"{_who}: event {i + 1}, {EventWords.Of(happened)}, holds a phone number or user in a form that was not masked. "
                    + "Where the flow's own code writes it, let it come from its input or an activity; otherwise leave this history out.");
            }
        }
    }
}
