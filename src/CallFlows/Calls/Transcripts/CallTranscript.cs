using System.Text.Json.Serialization;
using CallFlows.Endpoints;

namespace CallFlows.Calls.Transcripts;

/// <summary>Who said, played and pressed what in one call, and when.</summary>
/// <param name="Number">Which call of the flow it is, from 1.</param>
/// <param name="Direction">Who called whom.</param>
/// <param name="From">Who called.</param>
/// <param name="To">Who was called; null in a call that the flow joined.</param>
/// <param name="Entries">The lines in order.</param>
/// <param name="End">How the call ended, or null while it goes on.</param>
/// <param name="Omitted">How many lines came before them and are gone: a flow that continues as new keeps only the latest.</param>
public sealed record CallTranscript(
    int Number,
    CallDirection Direction,
    CallEndpoint? From,
    CallEndpoint? To,
    IReadOnlyList<CallTranscriptEntry> Entries,
    CallEnd? End = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Omitted = 0);
