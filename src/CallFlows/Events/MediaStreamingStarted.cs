namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.MediaStreamingStarted</c>: audio is being streamed.</summary>
public sealed record MediaStreamingStarted : CallStreamEvent;
