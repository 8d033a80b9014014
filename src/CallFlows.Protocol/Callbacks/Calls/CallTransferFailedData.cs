namespace CallFlows.Protocol.Callbacks;

/// <summary>A transfer was declined or timed out.</summary>
public sealed record CallTransferFailedData : CallbackData;
