using CallFlows.Actions;
using CallFlows.Endpoints;
using Sdk = Azure.Communication.CallAutomation;

namespace CallFlows.Functions.Gateway.Mapping;

/// <summary>Headers that travel with a call. Their names are written as they are: the client's own methods put prefixes before them.</summary>
internal static class CallingContextMapping
{
    /// <summary>Whether the client takes these headers for this target: it has SIP headers for phones, and VoIP headers for all others.</summary>
    /// <param name="target">Who gets them.</param>
    /// <param name="context">The headers; null for none.</param>
    public static bool Takes(CallEndpoint target, CustomCallingContext? context) =>
        context is null || (target is PhoneNumber ? context.VoipHeaders : context.SipHeaders).Count == 0;

    public static void CopyTo(this CustomCallingContext? context, Sdk.CustomCallingContext target)
    {
        if (context is null)
            return;
        foreach ((string name, string value) in context.SipHeaders)
            target.SipHeaders.Add(name, value);
        foreach ((string name, string value) in context.VoipHeaders)
            target.VoipHeaders.Add(name, value);
    }
}
