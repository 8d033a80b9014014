namespace CallFlows.Recognition;

/// <summary>One thing a caller may choose.</summary>
/// <param name="Label">What the result names it by.</param>
/// <param name="Phrases">What the caller may say for it.</param>
/// <param name="Tone">The key for it; either every choice has one or none.</param>
public sealed record RecognitionChoice(string Label, IReadOnlyList<string> Phrases, Tone? Tone = null);
