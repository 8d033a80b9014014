namespace CallFlows.CallAutomation.Recordings;

/// <summary>
/// Which addresses files of recordings may have. They come from Event Grid, and every request to one carries a signature or a token: nobody
/// but the service must get it.
/// </summary>
internal sealed class RecordingLocations(Uri resource)
{
    // Wire reference, 8.4.
    private static readonly string[] Hosts = [".asm.skype.com", ".asyncgw.teams.microsoft.com", ".ams.gov.teams.microsoft.us"];

    /// <exception cref="ArgumentException">The address is none of the service's.</exception>
    public void Check(Uri location)
    {
        ArgumentNullException.ThrowIfNull(location);
        bool isTheResources = location.IsAbsoluteUri && location.Scheme == resource.Scheme && location.Authority == resource.Authority;
        bool isTheServices = location.IsAbsoluteUri && location.Scheme == Uri.UriSchemeHttps && location.IsDefaultPort
            && Hosts.Any(host => location.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase));
        if (!isTheResources && !isTheServices)
        {
            throw new ArgumentException(
                $"'{(location.IsAbsoluteUri ? location.GetLeftPart(UriPartial.Authority) : "a relative address")}' is no place where the service keeps "
                + $"recordings. Those are https and end with {string.Join(", ", Hosts)}, or are the resource itself.", nameof(location));
        }
    }
}
