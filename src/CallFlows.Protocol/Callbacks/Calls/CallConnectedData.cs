namespace CallFlows.Protocol.Callbacks;

/// <summary>The call is set up; media can flow.</summary>
public sealed record CallConnectedData : CallbackData;
