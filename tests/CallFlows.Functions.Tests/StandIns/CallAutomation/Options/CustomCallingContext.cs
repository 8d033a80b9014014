#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/Models/CustomCallingContext.cs")]
public class CustomCallingContext
{
    internal CustomCallingContext(IDictionary<string, string> voipHeaders, IDictionary<string, string> sipHeaders)
    {
        VoipHeaders = voipHeaders;
        SipHeaders = sipHeaders;
    }

    public IDictionary<string, string> SipHeaders { get; }

    public IDictionary<string, string> VoipHeaders { get; }

    // Some versions leave null what a target has no headers of; so does this one, which is the stricter.
    internal static CustomCallingContext ForPhones() => new(null, new Dictionary<string, string>());

    internal static CustomCallingContext ForOthers() => new(new Dictionary<string, string>(), null);
}
