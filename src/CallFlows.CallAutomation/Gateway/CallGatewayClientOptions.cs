using Azure.Core;
using Azure.Core.Pipeline;

namespace CallFlows.CallAutomation.Gateway;

internal sealed class CallGatewayClientOptions : ClientOptions
{
    public CallGatewayClientOptions(CallGatewayOptions options, HttpClient httpClient)
    {
        Transport = new HttpClientTransport(httpClient);
        Retry.Mode = RetryMode.Exponential;
        Retry.MaxRetries = options.MaxRetries;
        Retry.Delay = options.RetryDelay;
        Retry.NetworkTimeout = options.NetworkTimeout;
        // Bodies carry telephone numbers and secrets.
        Diagnostics.IsLoggingContentEnabled = false;
    }
}
