namespace CallFlows.AspNetCore.Settings;

/// <summary>Who may deliver Event Grid events: section <c>CallFlows:EventGrid</c>.</summary>
public sealed class EventGridOptions
{
    /// <summary>
    /// What a delivery must carry, as the query parameter <c>key</c> or the header <c>aeg-sas-key</c>: 16 to 512 characters. A secret. Null
    /// takes deliveries from this machine only.
    /// </summary>
    public string? Key { get; set; }
}
