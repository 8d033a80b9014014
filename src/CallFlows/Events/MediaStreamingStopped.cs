namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.MediaStreamingStopped</c>: audio is no longer streamed.</summary>
public sealed record MediaStreamingStopped : CallStreamEvent;
