namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.RecognizeCanceled</c>: a recognition was broken off.</summary>
public sealed record RecognizeCanceled : CallEvent;
