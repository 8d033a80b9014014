namespace CallFlows.AspNetCore.Management;

/// <summary>What a purge did.</summary>
/// <param name="Purged">How many flows are gone.</param>
/// <param name="ContinuationToken">What to send with the same request to go on; null when no more remain.</param>
internal sealed record PurgeAnswer(int Purged, string? ContinuationToken = null)
{
    /// <summary>Whether flows remain that were not looked at.</summary>
    public bool More => ContinuationToken is not null;
}
