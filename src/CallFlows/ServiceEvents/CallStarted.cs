namespace CallFlows.ServiceEvents;

/// <summary><c>Microsoft.Communication.CallStarted</c>: a call has begun.</summary>
public sealed record CallStarted : CallReport;
