using FluentAssertions.Execution;

namespace CallFlows.Testing.Assertions;

/// <summary>Fails with a sentence and a transcript.</summary>
internal static class TranscriptFailure
{
    /// <param name="holds">Whether it is as expected.</param>
    /// <param name="sentence">What was expected and what is, with <c>{reason}</c> where the reason goes.</param>
    /// <param name="transcript">What happened.</param>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What the reason is made of.</param>
    public static void Unless(bool holds, string sentence, string transcript, string because, object[] becauseArgs) => Execute.Assertion
        .BecauseOf(because, becauseArgs)
        .ForCondition(holds)
        .FailWith(Escaped(sentence).Replace("{{reason}}", "{reason}", StringComparison.Ordinal) + Escaped($"\n\n{transcript}"));

    // Braces in what was said are no placeholders.
    private static string Escaped(string text) =>
        text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
