namespace CallFlows.Protocol.Callbacks;

/// <summary>A tone could not be recognized.</summary>
public sealed record ContinuousDtmfRecognitionToneFailedData : CallbackData;
