namespace CallFlows.Functions.Gateway.Mapping;

/// <summary>What an operation's events are known by, and where they go.</summary>
/// <param name="Context">The service repeats it in the events.</param>
/// <param name="Callback">Where they go; null for where the call's events go.</param>
internal readonly record struct OperationMarks(string Context, Uri? Callback);
