namespace CallFlows.Testing.Records;

/// <summary>Finds dead air: times in which people in a call hear nothing and are not listened to.</summary>
internal static class Silences
{
    /// <summary>The times of dead air in a call, longest first.</summary>
    public static IReadOnlyList<(TimeSpan From, TimeSpan To)> Of(CallRecord call)
    {
        IReadOnlyList<Happening> happenings = call.Journal.Happenings;
        TimeSpan? began = happenings.FirstOrDefault(happening => happening.Kind == HappeningKind.Connected)?.At;
        if (began is not { } start)
        {
            return [];
        }

        TimeSpan end = happenings.FirstOrDefault(happening => happening.Kind == HappeningKind.Ended && happening.At >= start)?.At ?? call.Journal.Now;
        List<(TimeSpan From, TimeSpan To)> filled = [.. call.Listening.Select(time => (time.From, time.To ?? end)), .. Heard(happenings, end)];
        List<(TimeSpan From, TimeSpan To)> silences = [];
        TimeSpan at = start;
        foreach ((TimeSpan from, TimeSpan to) in filled.OrderBy(time => time.From))
        {
            if (from > at)
            {
                silences.Add((at, from < end ? from : end));
            }

            at = to > at ? to : at;
        }

        if (end > at)
        {
            silences.Add((at, end));
        }

        return [.. silences.Where(silence => silence.To > silence.From).OrderByDescending(silence => silence.To - silence.From)];
    }

    private static IEnumerable<(TimeSpan From, TimeSpan To)> Heard(IReadOnlyList<Happening> happenings, TimeSpan end)
    {
        Dictionary<string, TimeSpan> playing = new(StringComparer.Ordinal);
        foreach (Happening happening in happenings)
        {
            if (happening.Kind == HappeningKind.Heard)
            {
                playing.TryAdd(happening.Who, happening.At);
            }
            else if (happening.Kind == HappeningKind.PromptOver && playing.Remove(happening.Who, out TimeSpan from))
            {
                yield return (from, happening.At);
            }
        }

        foreach (TimeSpan from in playing.Values)
        {
            yield return (from, end);
        }
    }
}
