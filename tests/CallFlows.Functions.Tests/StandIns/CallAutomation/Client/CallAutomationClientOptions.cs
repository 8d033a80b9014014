#nullable disable

using Azure.Core;
using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

/// <summary>Settings of the client.</summary>
/// <remarks>
/// The stand-ins have the signatures of the lists of 1.5, whose last version is 2025-06-15, and what the release notes of 1.6.0 and 1.6.1 add:
/// moving participants, and version 2026-03-12, whose number in the enumeration nothing here depends on.
/// </remarks>
[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/CallAutomationClientOptions.cs")]
public class CallAutomationClientOptions : ClientOptions
{
    public CallAutomationClientOptions(ServiceVersion version = ServiceVersion.V2026_03_12) =>
        ApiVersion = version.ToString()[1..].Replace('_', '-');

    public enum ServiceVersion
    {
        V2023_03_06 = 1,
        V2023_10_15 = 2,
        V2024_04_15 = 3,
        V2024_09_15 = 4,
        V2025_05_15 = 5,
        V2025_06_15 = 6,
        V2026_03_12 = 7,
    }

    public CommunicationUserIdentifier Source { get; set; }

    internal string ApiVersion { get; }
}
