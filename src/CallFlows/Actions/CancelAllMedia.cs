namespace CallFlows.Actions;

/// <summary>Breaks off everything that plays or listens in a call, and what is queued.</summary>
public sealed record CancelAllMedia() : CallAction;
