namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.ContinuousDtmfRecognitionStopped</c>: listening for every key ended. Its result may read 200 with sub code 7000.</summary>
public sealed record ContinuousDtmfRecognitionStopped : CallEvent;
