using CallFlows.Events;

namespace CallFlows.CallAutomation.Callbacks;

/// <summary>One event that was posted to a callback address.</summary>
/// <param name="Id">Names the event; a repeated delivery has the same id.</param>
/// <param name="Time">When it happened; null when the service gave no readable time.</param>
/// <param name="Event">What happened.</param>
public sealed record ReceivedCallback(string Id, DateTimeOffset? Time, CallEvent Event);
