namespace CallFlows.Calls.Asking;

/// <summary>The digits a caller keyed in.</summary>
/// <param name="Outcome">How the question ended.</param>
/// <param name="Value">The digits, such as <c>421337</c>; empty when they are missing.</param>
/// <param name="Attempts">How many times they were asked for.</param>
public sealed record Digits(AskOutcome Outcome, string Value, int Attempts)
{
    /// <summary>Whether no digits that fit were given.</summary>
    public bool Missing => Outcome != AskOutcome.Given;
}
