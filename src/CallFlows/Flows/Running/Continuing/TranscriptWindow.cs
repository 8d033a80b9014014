using CallFlows.Calls;
using CallFlows.Calls.Transcripts;

namespace CallFlows.Flows.Running.Continuing;

/// <summary>
/// How much of the transcripts the next execution gets: the latest lines. A flow that goes on for ever must not hand on more each time.
/// </summary>
internal sealed class TranscriptWindow
{
    private const int MaxCharacters = 32_768;

    /// <summary>What a line costs beside its text: time, kind and speaker.</summary>
    private const int LineCharacters = 64;

    private int _left = MaxCharacters;

    /// <summary>
    /// Chooses calls and their lines, the latest first. A call that goes on stays, if with few lines, and so does the one that came in; of
    /// those that are over, the older ones are left behind.
    /// </summary>
    public static IReadOnlyList<CarriedCall> Of(IReadOnlyList<CallSession> sessions)
    {
        TranscriptWindow window = new();
        // Those that go on choose first.
        Dictionary<CallSession, CarriedCall> carried = sessions.Reverse().OrderBy(session => session.End is not null)
            .Select(session => (session, call: window.Carry(session)))
            .Where(pair => pair.call is not null)
            .ToDictionary(pair => pair.session, pair => pair.call!);
        return [.. sessions.Where(carried.ContainsKey).Select(session => carried[session])];
    }

    private CarriedCall? Carry(CallSession session)
    {
        CarriedCall call = session.Carry();
        IReadOnlyList<CallTranscriptEntry> entries = call.Transcript.Entries;
        int first = entries.Count;
        while (first > 0 && _left >= CostOf(entries[first - 1]))
        {
            _left -= CostOf(entries[--first]);
        }

        if (first == 0)
        {
            return call;
        }

        _left = 0;
        return session.End is null || session.Direction == CallDirection.Inbound
            ? call with { Transcript = call.Transcript with { Entries = [.. entries.Skip(first)], Omitted = call.Transcript.Omitted + first } }
            : null;
    }

    private static int CostOf(CallTranscriptEntry entry) => entry.Text.Length + LineCharacters;
}
