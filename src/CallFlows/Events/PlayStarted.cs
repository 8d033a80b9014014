namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.PlayStarted</c>: a prompt begins, of a play or of a recognition.</summary>
public sealed record PlayStarted : CallEvent;
