using CallFlows.CallAutomation;

namespace CallFlows.AspNetCore.Settings;

/// <summary>The settings as Call Automation wants them.</summary>
internal static class CallAutomationSettings
{
    public static CallAutomationOptions From(CallFlowsServerOptions options)
    {
        CallAutomationOptions settings = new()
        {
            PublicBaseUri = options.PublicUrl,
            CallbackMasterKey = options.CallbackKey,
            ManagedIdentityClientId = options.ManagedIdentityClientId,
        };
        settings.Gateway.ConnectionString = options.ConnectionString;
        settings.Gateway.Endpoint = options.Endpoint;
        settings.Gateway.Credential = options.Credential;
        settings.Gateway.CognitiveServicesEndpoint = options.CognitiveServicesEndpoint;
        settings.Gateway.RenewCallbackAddress = options.RenewCallbackAddress;
        settings.CallbackTokens.MetadataAddress = options.Jwt.MetadataAddress;
        if (options.Jwt.Audience is { } audience)
        {
            settings.CallbackTokens.Audiences.Add(audience);
        }

        return settings.UseDefaultCredential();
    }
}
