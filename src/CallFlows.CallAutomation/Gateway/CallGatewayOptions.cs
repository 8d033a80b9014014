using Azure.Core;
using Azure.Core.Pipeline;
using CallFlows.Protocol.Rest;
using CallFlows.Protocol.Security;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>How to reach the communication resource: by connection string, or by endpoint and credential.</summary>
public sealed class CallGatewayOptions
{
    /// <summary><c>endpoint=…;accesskey=…</c> as the portal shows it; or null when <see cref="Endpoint"/> is set.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The resource's endpoint, https; or null when <see cref="ConnectionString"/> is set.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Who signs in when <see cref="Endpoint"/> is set.</summary>
    public TokenCredential? Credential { get; set; }

    /// <summary>The api-version asked for. Default 2025-05-15. An operation that it lacks is asked for in the first version that has it.</summary>
    public string ApiVersion { get; set; } = ApiVersions.Default;

    /// <summary>The AI service for spoken texts and speech recognition, sent when a call is created or answered; null for none.</summary>
    public Uri? CognitiveServicesEndpoint { get; set; }

    /// <summary>
    /// Whether every operation tells the service the callback address of now. A call's own address is fixed when it is created, answered or
    /// joined; when the application has moved to another public address since, events of what it does come to the new one. Those of the call
    /// itself, such as its end, still go to the first. Default false.
    /// </summary>
    public bool RenewCallbackAddress { get; set; }

    /// <summary>How often a request is sent again after a transient failure, 0 to 10. Default 3.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>Wait before the first retry; it grows with each. 0 to 60 seconds, default 0.8 seconds.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(0.8);

    /// <summary>How long one try may take, 1 to 300 seconds. Default 30 seconds.</summary>
    public TimeSpan NetworkTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Checks every setting.</summary>
    /// <exception cref="CallAutomationOptionsException">A setting can't be used.</exception>
    public void Validate()
    {
        OptionRules.Require(ConnectionString is null != Endpoint is null, nameof(ConnectionString), null,
            $"Set either {nameof(ConnectionString)} or {nameof(Endpoint)}.");
        if (ConnectionString is not null)
            _ = ParseConnectionString();
        if (Endpoint is not null)
        {
            OptionRules.RequireHttp(Endpoint, nameof(Endpoint), httpsOnly: true);
            OptionRules.Require(Credential is not null, nameof(Credential), null, $"{nameof(Endpoint)} needs a credential to sign in with.");
        }

        OptionRules.Require(!string.IsNullOrWhiteSpace(ApiVersion), nameof(ApiVersion), ApiVersion, $"Use a version such as {ApiVersions.Default}.");
        if (CognitiveServicesEndpoint is not null)
            OptionRules.RequireHttp(CognitiveServicesEndpoint, nameof(CognitiveServicesEndpoint), httpsOnly: false);
        OptionRules.Require(MaxRetries is >= 0 and <= 10, nameof(MaxRetries), MaxRetries, "Use 0 to 10.");
        OptionRules.Require(RetryDelay >= TimeSpan.Zero && RetryDelay <= TimeSpan.FromSeconds(60), nameof(RetryDelay), RetryDelay, "Use 0 to 60 seconds.");
        OptionRules.Require(NetworkTimeout >= TimeSpan.FromSeconds(1) && NetworkTimeout <= TimeSpan.FromSeconds(300), nameof(NetworkTimeout), NetworkTimeout, "Use 1 to 300 seconds.");
    }

    /// <summary>Gives a client of Azure these time-outs and retries, and keeps what is said in calls out of its log.</summary>
    /// <param name="client">The client's options.</param>
    /// <param name="httpClient">Sends its requests.</param>
    public void ApplyTo(ClientOptions client, HttpClient httpClient)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(httpClient);
        client.Transport = new HttpClientTransport(httpClient);
        client.Retry.Mode = RetryMode.Exponential;
        client.Retry.MaxRetries = MaxRetries;
        client.Retry.Delay = RetryDelay;
        client.Retry.NetworkTimeout = NetworkTimeout;
        // Bodies carry telephone numbers and secrets.
        client.Diagnostics.IsLoggingContentEnabled = false;
    }

    internal AcsConnectionString ParseConnectionString()
    {
        try
        {
            return AcsConnectionString.Parse(ConnectionString!);
        }
        catch (FormatException problem)
        {
            throw new CallAutomationOptionsException(nameof(ConnectionString), null, problem.Message, problem);
        }
    }
}
