namespace CallFlows.Calls.Transcripts;

/// <summary>One line of a transcript.</summary>
/// <param name="Time">When, in UTC.</param>
/// <param name="Kind">What the line is about.</param>
/// <param name="Speaker">Who said or did it: <c>flow</c>, <c>caller</c>, <c>callee</c> or <c>service</c>.</param>
/// <param name="Text">What was said or done.</param>
public sealed record CallTranscriptEntry(DateTimeOffset Time, TranscriptKind Kind, string Speaker, string Text);
