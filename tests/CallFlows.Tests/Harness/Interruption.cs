namespace CallFlows.Tests.Harness;

/// <summary>How the process ends in the middle of an action.</summary>
/// <param name="AfterSending">Whether the action was sent before, and only its answer is lost.</param>
/// <param name="Away">How long until the next process goes on.</param>
internal sealed record Interruption(bool AfterSending, TimeSpan Away = default);
