using CallFlows.Actions;
using Sdk = Azure.Communication.CallAutomation;

namespace CallFlows.Functions.Gateway.Mapping;

/// <summary>Headers that travel with a call.</summary>
internal static class CallingContextMapping
{
    // Not by the client's own methods: they put prefixes before the names.
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
