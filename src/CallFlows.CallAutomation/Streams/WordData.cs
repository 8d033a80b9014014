namespace CallFlows.CallAutomation.Streams;

/// <summary>A word that somebody says.</summary>
/// <param name="Text">The word.</param>
/// <param name="Offset">When it begins, after the transcription began.</param>
/// <param name="Duration">How long it takes.</param>
public sealed record WordData(string Text, TimeSpan Offset, TimeSpan Duration);
