namespace CallFlows.Protocol.Callbacks;

/// <summary>A prompt begins to play.</summary>
public sealed record PlayStartedData : CallbackData;
