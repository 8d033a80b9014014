#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/Models/CustomCallingContext.cs")]
public class CustomCallingContext
{
    internal CustomCallingContext()
    {
    }

    public IDictionary<string, string> SipHeaders { get; } = new Dictionary<string, string>();

    public IDictionary<string, string> VoipHeaders { get; } = new Dictionary<string, string>();
}
