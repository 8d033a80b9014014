namespace CallFlows.Samples;

/// <summary>The numbers the samples work with where they are called by real phones. All are in E.164, such as <c>+14255550100</c>.</summary>
public sealed class SampleSettings
{
    /// <summary>The clinic's line; null for <see cref="SampleNumbers.Clinic"/>.</summary>
    public string? ClinicNumber { get; set; }

    /// <summary>The shop's line; null for <see cref="SampleNumbers.Shop"/>.</summary>
    public string? ShopNumber { get; set; }

    /// <summary>The phone of somebody who has an appointment; null for nobody.</summary>
    public string? PatientNumber { get; set; }
}
