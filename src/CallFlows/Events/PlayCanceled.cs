namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.PlayCanceled</c>: a play was broken off.</summary>
public sealed record PlayCanceled : CallEvent;
