using Azure.Core.Pipeline;
using CallFlows.Protocol.Security;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>How requests to a resource, and to the store of its recordings, prove whose they are.</summary>
internal static class GatewayAuthentication
{
    private const string EntraScope = "https://communication.azure.com//.default";

    /// <param name="options">Key or credential.</param>
    /// <param name="time">Dates the signatures.</param>
    /// <param name="forStorage">Whether requests go to files of recordings, where the resource and not the store is signed for.</param>
    public static (Uri Resource, HttpPipelinePolicy Policy) For(CallGatewayOptions options, TimeProvider time, bool forStorage = false)
    {
        if (options.ConnectionString is null)
            return (options.Endpoint!, new BearerTokenAuthenticationPolicy(options.Credential!, EntraScope));
        AcsConnectionString connection = options.ParseConnectionString();
        return (connection.Endpoint, new HmacAuthenticationPolicy(connection.AccessKey, time, forStorage ? connection.Endpoint : null));
    }
}
