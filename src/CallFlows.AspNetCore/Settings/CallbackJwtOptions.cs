using CallFlows.CallAutomation.Security;

namespace CallFlows.AspNetCore.Settings;

/// <summary>How the tokens of callbacks are checked: section <c>CallFlows:Jwt</c>.</summary>
public sealed class CallbackJwtOptions
{
    /// <summary>OpenID metadata that names the issuer and its keys: https, or http on this machine for an emulator. Default the service's own.</summary>
    public Uri MetadataAddress { get; set; } = new(CallbackTokenOptions.DefaultMetadataAddress);

    /// <summary>For whom tokens must be meant: the immutable resource id of the communication resource. Required.</summary>
    public string? Audience { get; set; }
}
