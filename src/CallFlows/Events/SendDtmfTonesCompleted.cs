namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.SendDtmfTonesCompleted</c>: keys were sent.</summary>
public sealed record SendDtmfTonesCompleted : CallEvent;
