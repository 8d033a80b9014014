namespace CallFlows.Protocol.Callbacks;

/// <summary>A placed call was not set up: declined, timed out or unreachable.</summary>
public sealed record CreateCallFailedData : CallbackData;
