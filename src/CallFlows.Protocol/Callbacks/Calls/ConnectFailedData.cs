namespace CallFlows.Protocol.Callbacks;

/// <summary>Joining a running call failed.</summary>
public sealed record ConnectFailedData : CallbackData;
