using CallFlows.Durable;

namespace CallFlows.Functions.Durable;

/// <summary>
/// What an activity function returns. Failures are data: the type, message and inner failures of an exception reach the flow as they are, where
/// Durable Functions hands on what can be read out of an exception's text.
/// </summary>
/// <param name="Result">What the activity gave back.</param>
/// <param name="Failure">What went wrong; null when it went well.</param>
public sealed record ActivityOutcome(Payload Result, FailureDetails? Failure = null);
