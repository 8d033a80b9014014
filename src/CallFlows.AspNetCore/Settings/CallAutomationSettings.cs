using Azure.Core;
using Azure.Identity;
using CallFlows.CallAutomation.Gateway;
using CallFlows.CallAutomation.Security;

namespace CallFlows.AspNetCore.Settings;

/// <summary>The settings as Call Automation wants them.</summary>
internal static class CallAutomationSettings
{
    public static CallGatewayOptions Gateway(CallFlowsServerOptions options) => new()
    {
        ConnectionString = options.ConnectionString,
        Endpoint = options.Endpoint,
        Credential = options.Endpoint is null ? null : options.Credential ?? UsualChain(options.ManagedIdentityClientId),
        CognitiveServicesEndpoint = options.CognitiveServicesEndpoint,
    };

    public static CallbackTokenOptions Tokens(CallFlowsServerOptions options)
    {
        CallbackTokenOptions tokens = new() { MetadataAddress = options.Jwt.MetadataAddress };
        if (options.Jwt.Audience is { } audience)
        {
            tokens.Audiences.Add(audience);
        }

        return tokens;
    }

    private static TokenCredential UsualChain(string? managedIdentityClientId) =>
        new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = managedIdentityClientId });
}
