using CallFlows.Recognition;

namespace CallFlows.Testing.Records;

/// <summary>A question that a flow asked.</summary>
/// <param name="At">When, since the test's start.</param>
/// <param name="Kind">What it listened for.</param>
/// <param name="Options">The labels of what could be chosen; none when digits or free speech were asked for.</param>
/// <param name="Prompt">What was said first.</param>
public sealed record CallQuestion(TimeSpan At, RecognitionKind Kind, IReadOnlyList<string> Options, string Prompt);
