using CallFlows.Recognition;

namespace CallFlows.Calls.Asking;

/// <summary>One option of a menu.</summary>
/// <param name="Label">What <see cref="Choice.Option"/> names it by.</param>
/// <param name="Tone">The key for it, or null.</param>
/// <param name="Phrases">What the caller may say for it; empty for keys only.</param>
public sealed record MenuOption(string Label, Tone? Tone, IReadOnlyList<string> Phrases);
