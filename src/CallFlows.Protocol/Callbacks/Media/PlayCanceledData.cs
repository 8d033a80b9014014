namespace CallFlows.Protocol.Callbacks;

/// <summary>Playing was cancelled.</summary>
public sealed record PlayCanceledData : CallbackData;
