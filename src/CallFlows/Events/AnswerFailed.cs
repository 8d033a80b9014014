namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.AnswerFailed</c>: an answer was accepted but the call was not established.</summary>
public sealed record AnswerFailed : CallEvent;
