namespace CallFlows.CallAutomation.Security;

/// <summary>How the tokens of callbacks are checked.</summary>
public sealed class CallbackTokenOptions
{
    /// <summary>The service's own OpenID metadata.</summary>
    public const string DefaultMetadataAddress = "https://acscallautomation.communication.azure.com/calling/.well-known/acsopenidconfiguration";

    /// <summary>OpenID metadata that names the issuer and its keys. https; http only on this machine, for an emulator.</summary>
    public Uri MetadataAddress { get; set; } = new(DefaultMetadataAddress);

    /// <summary>Audiences that are accepted: the immutable resource id of the communication resource. At least one.</summary>
    public IList<string> Audiences { get; } = [];

    /// <summary>How far clocks may differ, 0 to 5 minutes. Default 30 seconds.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long fetched keys are used, 1 minute to 7 days. Default 12 hours.</summary>
    public TimeSpan KeyLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Shortest time between two fetches of keys, 1 second to 1 hour. Default 30 seconds.</summary>
    public TimeSpan MinRefreshInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Checks every setting.</summary>
    /// <exception cref="CallAutomationOptionsException">A setting can't be used.</exception>
    public void Validate()
    {
        OptionRules.RequireHttp(MetadataAddress, nameof(MetadataAddress), httpsOnly: !MetadataAddress.IsAbsoluteUri || !MetadataAddress.IsLoopback);
        OptionRules.Require(Audiences.Count > 0 && Audiences.All(audience => !string.IsNullOrWhiteSpace(audience)), nameof(Audiences), null,
            "Give the immutable resource id of the communication resource.");
        Range(ClockSkew, TimeSpan.Zero, TimeSpan.FromMinutes(5), nameof(ClockSkew));
        Range(KeyLifetime, TimeSpan.FromMinutes(1), TimeSpan.FromDays(7), nameof(KeyLifetime));
        Range(MinRefreshInterval, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), nameof(MinRefreshInterval));
    }

    private static void Range(TimeSpan value, TimeSpan min, TimeSpan max, string setting) =>
        OptionRules.Require(value >= min && value <= max, setting, value, $"Use {min} to {max}.");
}
