namespace CallFlows.Protocol.Callbacks;

/// <summary>A participant could not be put on hold.</summary>
public sealed record HoldFailedData : CallbackData;
