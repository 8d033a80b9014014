#nullable disable

using Azure.Core;
using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/CallAutomationClientOptions.cs")]
public class CallAutomationClientOptions : ClientOptions
{
    public CallAutomationClientOptions(ServiceVersion version = ServiceVersion.V2025_06_15) =>
        ApiVersion = version.ToString()[1..].Replace('_', '-');

    public enum ServiceVersion
    {
        V2023_03_06 = 1,
        V2023_10_15 = 2,
        V2024_04_15 = 3,
        V2024_09_15 = 4,
        V2025_05_15 = 5,
        V2025_06_15 = 6,
    }

    public CommunicationUserIdentifier Source { get; set; }

    internal string ApiVersion { get; }
}
