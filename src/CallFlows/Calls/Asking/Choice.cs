using System.Diagnostics.CodeAnalysis;

namespace CallFlows.Calls.Asking;

/// <summary>What a caller chose from a menu.</summary>
/// <param name="Outcome">How the question ended.</param>
/// <param name="Option">The label of the option, or null when none was chosen.</param>
/// <param name="Attempts">How many times the menu was asked.</param>
/// <param name="Phrase">What the caller said, when they spoke.</param>
/// <param name="Confidence">How sure the service is of the phrase, 0 to 1, when it says.</param>
public sealed record Choice(AskOutcome Outcome, string? Option, int Attempts, string? Phrase = null, double? Confidence = null)
{
    /// <summary>Whether the caller chose an option.</summary>
    [MemberNotNullWhen(true, nameof(Option))]
    public bool Given => Option is not null;

    /// <summary>Whether the caller chose this option.</summary>
    /// <param name="option">The label, compared exactly.</param>
    public bool Is(string option) => string.Equals(Option, option, StringComparison.Ordinal);
}
