using System.Globalization;
using Azure.Core;
using CallFlows.Actions;
using CallFlows.Protocol.Rest;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>What every request of an action has in common, whichever client makes it.</summary>
public static class CallMessages
{
    /// <summary>
    /// Gives a request the action's own repeatability id and date, so that every execution of the action sends the same ones.
    /// </summary>
    /// <param name="request">A request of an operation that takes them.</param>
    /// <param name="action">The action.</param>
    public static void SetRepeatability(Request request, CallActionRequest action)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(action);
        request.Headers.SetValue(WireHeaders.RepeatabilityRequestId, action.RepeatabilityRequestId.ToString("D"));
        request.Headers.SetValue(
            WireHeaders.RepeatabilityFirstSent, action.RepeatabilityFirstSent.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// Sets what the message is sent by: again only where that does no harm, and with its answer left on the stream, because
    /// <see cref="GatewayAnswer.ReadAsync"/> reads no more of it than is allowed.
    /// </summary>
    /// <param name="message">The message, before it is sent.</param>
    /// <param name="action">What it asks for.</param>
    public static void SetDelivery(HttpMessage message, CallAction action)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(action);
        message.BufferResponse = false;
        if (!action.IsRepeatable)
            message.ResponseClassifier = UnrepeatableRequestClassifier.Instance;
    }

    /// <summary>The id of the call that an action is about.</summary>
    /// <param name="request">The action.</param>
    /// <exception cref="ArgumentException">It has none.</exception>
    public static string ConnectionIdOf(CallActionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return string.IsNullOrEmpty(request.CallConnectionId)
            ? throw new ArgumentException($"{request.Action.Name} needs a call connection id.", nameof(request))
            : request.CallConnectionId;
    }
}
