using System.Diagnostics;
using Azure.Core;
using CallFlows.Actions;
using CallFlows.CallAutomation.Gateway;

namespace CallFlows.Functions.Gateway;

/// <summary>One execution of an action, on its way through the official client's pipeline.</summary>
internal sealed class CallExchange
{
    private const string PropertyName = "CallFlows.CallExchange";

    /// <param name="request">The action.</param>
    public CallExchange(CallActionRequest request)
    {
        Request = request;
        Properties = new Dictionary<string, object?> { [PropertyName] = this };
    }

    /// <summary>The action.</summary>
    public CallActionRequest Request { get; }

    /// <summary>What the pipeline gives every message that is made in the meantime, so that a policy finds the exchange.</summary>
    public IDictionary<string, object?> Properties { get; }

    /// <summary>What the service answered; null as long as it hasn't.</summary>
    public GatewayAnswer? Answer { get; set; }

    /// <summary>The exchange that a message belongs to.</summary>
    public static CallExchange Of(HttpMessage message) =>
        message.TryGetProperty(PropertyName, out object? value) && value is CallExchange exchange
            ? exchange
            : throw new UnreachableException("A message was sent outside of an action.");
}
