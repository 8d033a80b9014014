namespace CallFlows.Docs.Tests.Snippets;

/// <summary>A signal: what somebody decided.</summary>
/// <param name="Text">The decision, as it is said.</param>
public sealed record Verdict(string Text);
