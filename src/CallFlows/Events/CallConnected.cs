namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.CallConnected</c>: a created, answered or joined call is established.</summary>
public sealed record CallConnected : CallEvent;
