namespace CallFlows.Protocol.Callbacks;

/// <summary>This side of the call has ended; the last event of the connection.</summary>
public sealed record CallDisconnectedData : CallbackData;
