namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.MediaStreamingFailed</c>: audio could not be streamed.</summary>
public sealed record MediaStreamingFailed : CallStreamEvent;
