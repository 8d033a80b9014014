namespace CallFlows.Flows;

/// <summary>One line of a flow that waits for something.</summary>
/// <param name="Step">What it does, such as <c>PlayAsync</c>.</param>
/// <param name="Source">Where it stands, such as <c>OrderLine.cs:23</c>.</param>
/// <param name="Since">Since when it waits, in UTC.</param>
/// <param name="Call">Which call of the flow it is about, from 1; null when about none.</param>
public sealed record StepStatus(string Step, string Source, DateTimeOffset Since, int? Call = null);
