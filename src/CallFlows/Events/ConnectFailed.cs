namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.ConnectFailed</c>: joining a running call did not work.</summary>
public sealed record ConnectFailed : CallEvent;
