namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.CallTransferFailed</c>: the transfer was declined or timed out.</summary>
public sealed record CallTransferFailed : CallEvent;
