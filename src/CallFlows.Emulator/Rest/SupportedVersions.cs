using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

internal static class SupportedVersions
{
    /// <summary>Value of the header that lists api versions. Any other is accepted as well.</summary>
    public static string Header { get; } = string.Join(", ",
        ApiVersions.V2023_03_06, ApiVersions.V2023_10_15, ApiVersions.V2024_04_15, ApiVersions.V2024_09_15,
        ApiVersions.V2025_05_15, ApiVersions.V2026_03_12);
}
