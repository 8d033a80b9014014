namespace CallFlows.CallAutomation.Gateway.Requests;

/// <summary>What an operation's events are known by, and where they go.</summary>
/// <param name="OperationContext">The service repeats it in the events.</param>
/// <param name="OperationCallbackUri">Where they go; null for where the call's events go.</param>
internal readonly record struct OperationMarks(string OperationContext, string? OperationCallbackUri);
