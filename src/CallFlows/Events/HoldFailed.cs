namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.HoldFailed</c>: a participant could not be put on hold.</summary>
public sealed record HoldFailed : CallEvent;
