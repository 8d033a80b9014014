namespace CallFlows.Protocol.Callbacks;

/// <summary>Continuous recognition has stopped.</summary>
public sealed record ContinuousDtmfRecognitionStoppedData : CallbackData;
