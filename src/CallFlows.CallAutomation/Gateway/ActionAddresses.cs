using CallFlows.Actions;
using CallFlows.Calls;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>The addresses that an action tells the service.</summary>
/// <param name="callbacks">Where the service reports to.</param>
/// <param name="options">Whether addresses are renewed, and the application's AI service.</param>
public sealed class ActionAddresses(ICallbackAddresses callbacks, CallGatewayOptions options)
{
    /// <summary>Where the events of a call go that the action begins, and those of a recording.</summary>
    /// <param name="request">The action.</param>
    public Uri Callback(CallActionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return callbacks.For(request);
    }

    /// <summary>Where the events of this action alone go; null for where its call's events go.</summary>
    /// <param name="request">The action.</param>
    public Uri? OperationCallback(CallActionRequest request) =>
        callbacks.ForOperation(request) ?? (options.RenewCallbackAddress ? Callback(request) : null);

    /// <summary>The AI service of a call: its own, or else the application's; null for none.</summary>
    /// <param name="ofTheCall">What the action says.</param>
    public Uri? CognitiveServices(CallIntelligenceOptions? ofTheCall) => ofTheCall?.CognitiveServicesEndpoint ?? options.CognitiveServicesEndpoint;
}
