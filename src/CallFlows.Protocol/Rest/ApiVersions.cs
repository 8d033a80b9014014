namespace CallFlows.Protocol.Rest;

/// <summary>Values of the query parameter <c>api-version</c>.</summary>
public static class ApiVersions
{
    /// <summary>Name of the query parameter, on every operation.</summary>
    public const string QueryParameter = "api-version";

    /// <summary>The version this library asks for.</summary>
    public const string Default = "2025-05-15";

    /// <summary>Generally available.</summary>
    public const string V2023_03_06 = "2023-03-06";

    /// <summary>Generally available.</summary>
    public const string V2023_10_15 = "2023-10-15";

    /// <summary>Generally available.</summary>
    public const string V2024_04_15 = "2024-04-15";

    /// <summary>Generally available.</summary>
    public const string V2024_09_15 = "2024-09-15";

    /// <summary>Generally available.</summary>
    public const string V2025_05_15 = "2025-05-15";

    /// <summary>Generally available.</summary>
    public const string V2026_03_12 = "2026-03-12";

    /// <summary>Preview.</summary>
    public const string V2023_06_15_Preview = "2023-06-15-preview";

    /// <summary>Preview.</summary>
    public const string V2023_10_03_Preview = "2023-10-03-preview";

    /// <summary>Preview.</summary>
    public const string V2024_06_15_Preview = "2024-06-15-preview";

    /// <summary>Preview.</summary>
    public const string V2024_09_01_Preview = "2024-09-01-preview";

    /// <summary>Preview.</summary>
    public const string V2024_11_15_Preview = "2024-11-15-preview";

    /// <summary>Preview.</summary>
    public const string V2025_08_15_Preview = "2025-08-15-preview";

    private const string PreviewSuffix = "-preview";

    /// <summary>Whether a version is a preview.</summary>
    /// <param name="apiVersion">The version.</param>
    public static bool IsPreview(string apiVersion)
    {
        ArgumentNullException.ThrowIfNull(apiVersion);
        return apiVersion.EndsWith(PreviewSuffix, StringComparison.Ordinal);
    }
}
