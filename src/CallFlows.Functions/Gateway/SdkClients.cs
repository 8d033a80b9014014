using Azure.Core;
using CallFlows.CallAutomation;
using CallFlows.CallAutomation.Gateway;
using CallFlows.Endpoints;
using CallFlows.Functions.Gateway.Mapping;
using Sdk = Azure.Communication.CallAutomation;

namespace CallFlows.Functions.Gateway;

/// <summary>Makes official clients of one communication resource.</summary>
internal sealed class SdkClients
{
    private readonly CallGatewayOptions _options;
    private readonly HttpClient _httpClient;
    private readonly Sdk.CallAutomationClientOptions.ServiceVersion _version;

    /// <param name="options">How to reach the resource; valid.</param>
    /// <param name="httpClient">Sends the requests.</param>
    /// <exception cref="CallAutomationOptionsException">The client lacks the api-version.</exception>
    public SdkClients(CallGatewayOptions options, HttpClient httpClient)
    {
        _options = options;
        _httpClient = httpClient;
        _version = VersionOf(options.ApiVersion);
        Usual = Make(source: null);
    }

    /// <summary>The client for everything that nobody in particular does.</summary>
    public Sdk.CallAutomationClient Usual { get; }

    /// <summary>
    /// The client that calls as somebody: the source is a setting of the client, not of the call. One for somebody in particular is made for
    /// each call: it holds no connection, and tokens are kept by the credential.
    /// </summary>
    /// <param name="source">Who calls; null for an identity the service makes.</param>
    public Sdk.CallAutomationClient For(CommunicationUser? source) => source is null ? Usual : Make(source);

    private Sdk.CallAutomationClient Make(CommunicationUser? source)
    {
        Sdk.CallAutomationClientOptions client = new(_version) { Source = source.ToUser() };
        _options.ApplyTo(client, _httpClient);
        client.AddPolicy(new CallExchangePolicy(), HttpPipelinePosition.PerCall);
        return _options.ConnectionString is null
            ? new(_options.Endpoint!, _options.Credential!, client)
            : new(_options.ConnectionString, client);
    }

    // V2025_05_15 for 2025-05-15.
    private static Sdk.CallAutomationClientOptions.ServiceVersion VersionOf(string apiVersion) =>
        Enum.TryParse($"V{apiVersion.Replace('-', '_')}", ignoreCase: true, out Sdk.CallAutomationClientOptions.ServiceVersion version)
            ? version
            : throw new CallAutomationOptionsException(
                nameof(CallGatewayOptions.ApiVersion), apiVersion,
                $"The official client knows {string.Join(", ", Enum.GetNames<Sdk.CallAutomationClientOptions.ServiceVersion>().Select(name => name[1..].Replace('_', '-')))}; use one of them, or the REST gateway.");
}
