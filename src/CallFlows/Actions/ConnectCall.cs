using CallFlows.Calls;

namespace CallFlows.Actions;

/// <summary>
/// Joins a call that goes on, under a connection of its own that no list of participants shows. Ends with <c>CallConnected</c> or
/// <c>ConnectFailed</c>.
/// </summary>
/// <param name="Locator">Which call.</param>
public sealed record ConnectCall(CallLocator Locator) : CallAction;
