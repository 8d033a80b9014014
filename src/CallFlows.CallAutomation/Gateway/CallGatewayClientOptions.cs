using Azure.Core;

namespace CallFlows.CallAutomation.Gateway;

internal sealed class CallGatewayClientOptions : ClientOptions
{
    public CallGatewayClientOptions(CallGatewayOptions options, HttpClient httpClient) => options.ApplyTo(this, httpClient);
}
