namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.ContinuousDtmfRecognitionToneFailed</c>: listening for every key failed.</summary>
public sealed record ContinuousDtmfRecognitionToneFailed : CallEvent;
