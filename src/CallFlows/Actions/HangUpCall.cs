namespace CallFlows.Actions;

/// <summary>Ends a call. A call that has ended already is no error.</summary>
/// <param name="ForEveryone">True to end it for all, false to leave it.</param>
public sealed record HangUpCall(bool ForEveryone) : CallAction;
