using Azure.Core;
using CallFlows.Actions;
using CallFlows.CallAutomation;
using CallFlows.CallAutomation.Gateway;
using CallFlows.Endpoints;
using CallFlows.Functions.Gateway.Mapping;
using Sdk = Azure.Communication.CallAutomation;

namespace CallFlows.Functions.Gateway;

/// <summary>Makes official clients of one communication resource.</summary>
internal sealed class SdkClients
{
    private const Sdk.CallAutomationClientOptions.ServiceVersion FirstWithTeamsAppSource = Sdk.CallAutomationClientOptions.ServiceVersion.V2025_06_15;
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
        Usual = Make(source: null, _version);
    }

    /// <summary>The client for all but some calls that are created.</summary>
    public Sdk.CallAutomationClient Usual { get; }

    /// <summary>
    /// The client that creates a call. Who calls, unless it is a Teams application, and the api-version are settings of the client, not of
    /// the call; one with others than the usual is made for each call: it holds no connection, and tokens are kept by the credential.
    /// </summary>
    /// <param name="call">The call.</param>
    public Sdk.CallAutomationClient For(CreateCall call)
    {
        Sdk.CallAutomationClientOptions.ServiceVersion version = call.TeamsAppSource is not null && _version < FirstWithTeamsAppSource
            ? FirstWithTeamsAppSource
            : _version;
        return call.Source is null && version == _version ? Usual : Make(call.Source, version);
    }

    private Sdk.CallAutomationClient Make(CommunicationUser? source, Sdk.CallAutomationClientOptions.ServiceVersion version)
    {
        Sdk.CallAutomationClientOptions client = new(version) { Source = source.ToUser() };
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
