using Azure.Identity;
using CallFlows.CallAutomation.Gateway;
using CallFlows.CallAutomation.Security;

namespace CallFlows.CallAutomation;

/// <summary>All settings of Call Automation for flows.</summary>
public sealed class CallAutomationOptions
{
    /// <summary>How to reach the communication resource.</summary>
    public CallGatewayOptions Gateway { get; } = new();

    /// <summary>How the tokens of callbacks are checked.</summary>
    public CallbackTokenOptions CallbackTokens { get; } = new();

    /// <summary>Absolute address under which the service reaches the app, e.g. <c>https://phone.contoso.com</c>. Required.</summary>
    public Uri? PublicBaseUri { get; set; }

    /// <summary>Base64 of at least 32 random bytes, the same on every host: secrets of callback addresses are made from it. Required.</summary>
    public string? CallbackMasterKey { get; set; }

    /// <summary>Client id of a user-assigned managed identity, used when an endpoint but no credential is given; null for the usual chain of credentials.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Checks every setting.</summary>
    /// <exception cref="CallAutomationOptionsException">A setting can't be used.</exception>
    public void Validate()
    {
        Gateway.Validate();
        CallbackTokens.Validate();
        OptionRules.Require(PublicBaseUri is not null, nameof(PublicBaseUri), null, "Set the address under which the service reaches the app.");
        OptionRules.RequireHttp(PublicBaseUri, nameof(PublicBaseUri), httpsOnly: false);
        _ = DecodeMasterKey();
    }

    /// <summary>Signs in by Azure's usual chain of credentials where an endpoint but no credential is given.</summary>
    /// <returns>These settings.</returns>
    public CallAutomationOptions UseDefaultCredential()
    {
        if (Gateway is { Endpoint: not null, Credential: null })
            Gateway.Credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = ManagedIdentityClientId });
        return this;
    }

    internal byte[] DecodeMasterKey()
    {
        const string allowed = "Give base64 of at least 32 random bytes.";
        byte[] key = new byte[CallbackMasterKey?.Length ?? 0];
        bool decoded = Convert.TryFromBase64String(CallbackMasterKey ?? "", key, out int length);
        OptionRules.Require(decoded && length >= CallbackSecret.MinKeyBytes, nameof(CallbackMasterKey), null, allowed);
        return key[..length];
    }
}
