using System.Globalization;
using System.Text;
using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Durable;
using CallFlows.Endpoints;

namespace CallFlows.AspNetCore.Transcripts;

/// <summary>Writes transcripts for people.</summary>
internal static class TranscriptText
{
    private const int SpeakerWidth = 8;

    /// <param name="transcript">The calls.</param>
    /// <param name="status">Where the flow stands.</param>
    /// <param name="showNumbers">Whether phone numbers are shown whole.</param>
    public static string Write(FlowTranscript transcript, OrchestrationStatus status, bool showNumbers)
    {
        StringBuilder text = new();
        Line(text, $"{transcript.Flow} {transcript.InstanceId} ({status.ToString().ToLowerInvariant()})");
        foreach (CallTranscript call in transcript.Calls)
        {
            Line(text, $"\nCall {call.Number}, {call.Direction.ToString().ToLowerInvariant()}, {Parties(call, showNumbers)}{Day(call)}");
            if (call.Omitted > 0)
            {
                Line(text, $"{call.Omitted} earlier lines were left behind as the flow continued as new");
            }

            foreach (CallTranscriptEntry entry in call.Entries)
            {
                Line(text, $"{entry.Time.UtcDateTime:HH:mm:ss}  {entry.Speaker.PadRight(SpeakerWidth)}{OneLine(entry.Text)}");
            }
        }

        if (transcript.Calls.Count == 0)
        {
            Line(text, $"{transcript.Note ?? "No call has begun."}");
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Parties(CallTranscript call, bool whole) =>
        call.Direction == CallDirection.Joined ? "" : $"{Show(call.From, whole)} -> {Show(call.To, whole)}, ";

    private static string Day(CallTranscript call) =>
        call.Entries is [CallTranscriptEntry first, ..] ? first.Time.UtcDateTime.ToString("yyyy-MM-dd 'UTC'", CultureInfo.InvariantCulture) : "no lines yet";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Show(CallEndpoint? endpoint, bool whole) => endpoint switch
    {
        null => "the service's choice",
        PhoneNumber phone when whole => phone.Number,
        _ when whole => endpoint.RawId,
        _ => endpoint.ToString(),
    };
}
