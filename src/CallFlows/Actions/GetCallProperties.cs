namespace CallFlows.Actions;

/// <summary>Asks for a call's state.</summary>
public sealed record GetCallProperties() : CallAction;
