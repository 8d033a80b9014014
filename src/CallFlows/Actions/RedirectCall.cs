using CallFlows.Endpoints;

namespace CallFlows.Actions;

/// <summary>Sends a ringing call elsewhere without answering. No event follows.</summary>
/// <param name="IncomingCallContext">The ringing call's token: a secret.</param>
/// <param name="Target">Who rings instead.</param>
public sealed record RedirectCall(string IncomingCallContext, CallEndpoint Target) : CallAction;
