namespace CallFlows.Protocol.Callbacks;

/// <summary>All prompts of a play have ended.</summary>
public sealed record PlayCompletedData : CallbackData;
