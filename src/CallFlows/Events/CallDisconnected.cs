namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.CallDisconnected</c>: this side of the call is over. The last event of a connection.</summary>
public sealed record CallDisconnected : CallEvent;
