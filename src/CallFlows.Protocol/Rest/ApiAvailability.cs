namespace CallFlows.Protocol.Rest;

/// <summary>Which api-versions have something that came later than the rest of the API.</summary>
public sealed record ApiAvailability
{
    /// <summary>In every version.</summary>
    public static ApiAvailability Always { get; } = new();

    /// <summary>A Teams application as the source of a created call: <c>teamsAppSource</c>.</summary>
    public static ApiAvailability TeamsAppSource { get; } = new() { FirstVersion = ApiVersions.V2026_03_12, FirstPreview = ApiVersions.V2025_08_15_Preview };

    /// <summary>The first general version that has it; null when all have it or, with <see cref="FirstPreview"/>, none has.</summary>
    public string? FirstVersion { get; init; }

    /// <summary>The first preview version that has it; null when it is in all or in none.</summary>
    public string? FirstPreview { get; init; }

    /// <summary>The last preview version that has it; null when all that follow have.</summary>
    public string? LastPreview { get; init; }

    /// <summary>Whether an api-version has it.</summary>
    /// <param name="apiVersion">A date, followed by <c>-preview</c> in a preview version.</param>
    public bool IsIn(string apiVersion)
    {
        ArgumentNullException.ThrowIfNull(apiVersion);
        if (FirstVersion is null && FirstPreview is null)
            return true;
        return (FirstVersion is not null && string.CompareOrdinal(apiVersion, FirstVersion) >= 0) || IsInPreview(apiVersion);
    }

    /// <summary>
    /// The api-version to ask for it in: the usual one if that has it, otherwise the first general one that has, and where none has, the
    /// last preview.
    /// </summary>
    /// <param name="usual">The version that everything else is asked for in.</param>
    public string VersionFor(string usual) => IsIn(usual) ? usual : FirstVersion ?? LastPreview ?? FirstPreview!;

    private bool IsInPreview(string apiVersion) =>
        FirstPreview is not null
        && ApiVersions.IsPreview(apiVersion)
        && string.CompareOrdinal(apiVersion, FirstPreview) >= 0
        && (LastPreview is null || string.CompareOrdinal(apiVersion, LastPreview) <= 0);
}
