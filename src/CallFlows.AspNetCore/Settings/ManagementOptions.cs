namespace CallFlows.AspNetCore.Settings;

/// <summary>Who may look at flows, start them, send them signals, hold, end and purge them: section <c>CallFlows:Management</c>.</summary>
public sealed class ManagementOptions
{
    /// <summary>
    /// What a request must carry, as the header <c>x-callflows-key</c> or the query parameter <c>key</c>: 16 to 512 characters. A secret. Null
    /// takes requests from this machine only, and masks phone numbers in what they are shown.
    /// </summary>
    public string? Key { get; set; }
}
