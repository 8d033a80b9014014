using Azure.Core;
using CallFlows.Actions;
using CallFlows.CallAutomation;
using CallFlows.CallAutomation.Gateway;
using CallFlows.Endpoints;
using CallFlows.Functions.Gateway.Mapping;
using CallFlows.Protocol.Rest;
using Sdk = Azure.Communication.CallAutomation;

namespace CallFlows.Functions.Gateway;

/// <summary>Makes official clients of one communication resource.</summary>
internal sealed class SdkClients
{
    private readonly CallGatewayOptions _options;
    private readonly HttpClient _httpClient;

    /// <param name="options">How to reach the resource; valid.</param>
    /// <param name="httpClient">Sends the requests.</param>
    /// <exception cref="CallAutomationOptionsException">The client lacks the api-version.</exception>
    public SdkClients(CallGatewayOptions options, HttpClient httpClient)
    {
        _options = options;
        _httpClient = httpClient;
        Usual = Make(source: null, VersionOf(options.ApiVersion));
    }

    /// <summary>The client for what every api-version has, and nobody in particular does.</summary>
    public Sdk.CallAutomationClient Usual { get; }

    /// <summary>
    /// The client that sends an action. Who calls, unless it is a Teams application, and the api-version are settings of the client, not of
    /// the action. One with others than the usual is made for each action: it holds no connection, and tokens are kept by the credential.
    /// </summary>
    /// <param name="action">The action.</param>
    public Sdk.CallAutomationClient For(CallAction action)
    {
        CommunicationUser? source = (action as CreateCall)?.Source;
        string version = NeedsOf(action).VersionFor(_options.ApiVersion);
        return source is null && version == _options.ApiVersion ? Usual : Make(source, VersionOf(version));
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

    private static ApiAvailability NeedsOf(CallAction action) => action switch
    {
        CreateCall { TeamsAppSource: not null } => ApiAvailability.TeamsAppSource,
        MoveParticipants => CallAutomationOperations.MoveParticipants.Availability,
        _ => ApiAvailability.Always,
    };

    // V2025_05_15 for 2025-05-15.
    private static Sdk.CallAutomationClientOptions.ServiceVersion VersionOf(string apiVersion) =>
        Enum.TryParse($"V{apiVersion.Replace('-', '_')}", ignoreCase: true, out Sdk.CallAutomationClientOptions.ServiceVersion version)
            ? version
            : throw new CallAutomationOptionsException(
                nameof(CallGatewayOptions.ApiVersion), apiVersion,
                $"The official client knows {string.Join(", ", Enum.GetNames<Sdk.CallAutomationClientOptions.ServiceVersion>().Select(name => name[1..].Replace('_', '-')))}; use one of them, or the REST gateway.");
}
