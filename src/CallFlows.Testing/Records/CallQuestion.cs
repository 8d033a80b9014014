using CallFlows.Recognition;

namespace CallFlows.Testing.Records;

/// <summary>A question that a flow asked.</summary>
/// <param name="At">When, since the test's start.</param>
/// <param name="Kind">What it listened for.</param>
/// <param name="MaxTones">How many keys it took at most; null where it took none. A menu that only takes keys takes one.</param>
/// <param name="Options">The labels of what could be chosen, as the service was told them: none for a menu that only takes keys.</param>
/// <param name="Prompt">What was said first.</param>
public sealed record CallQuestion(TimeSpan At, RecognitionKind Kind, int? MaxTones, IReadOnlyList<string> Options, string Prompt);
