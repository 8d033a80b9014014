namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.CreateCallFailed</c>: a created call was not established.</summary>
public sealed record CreateCallFailed : CallEvent;
