namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.PlayCompleted</c>: all prompts of a play have ended.</summary>
public sealed record PlayCompleted : CallEvent;
