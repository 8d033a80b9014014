namespace CallFlows.Actions;

/// <summary>The service took the action on; there is nothing more to say about it.</summary>
public sealed record ActionAccepted : CallActionResult;
