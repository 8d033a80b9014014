#nullable disable

using Azure.Core;
using Azure.Core.Pipeline;
using CallFlows.Functions.Tests.StandIns;
using CallFlows.Protocol.Rest;
using CallFlows.Protocol.Security;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/src/CallAutomationClient.cs")]
public class CallAutomationClient
{
    private readonly ClientPipeline _pipeline;
    private readonly CommunicationUserIdentifier _source;

    public CallAutomationClient(string connectionString, CallAutomationClientOptions options)
        : this(AcsConnectionString.Parse(connectionString), options)
    {
    }

    public CallAutomationClient(Uri endpoint, TokenCredential credential, CallAutomationClientOptions options = null)
        : this(endpoint, new BearerTokenAuthenticationPolicy(credential, "https://communication.azure.com//.default"), options ?? new())
    {
    }

    private CallAutomationClient(AcsConnectionString connection, CallAutomationClientOptions options)
        : this(connection.Endpoint, new AccessKeyPolicy(connection.AccessKey), options)
    {
    }

    private CallAutomationClient(Uri endpoint, HttpPipelinePolicy authentication, CallAutomationClientOptions options)
    {
        _pipeline = new ClientPipeline(HttpPipelineBuilder.Build(options, authentication), endpoint, options.ApiVersion);
        _source = options.Source;
    }

    public virtual async Task<Response<CreateCallResult>> CreateGroupCallAsync(CreateGroupCallOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.AskAsync(CallAutomationOperations.CreateCall, [], CallWire.Create(options, _source), new CreateCallResult(), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response<AnswerCallResult>> AnswerCallAsync(AnswerCallOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.AskAsync(CallAutomationOperations.AnswerCall, [], CallWire.Answer(options), new AnswerCallResult(), cancellationToken).ConfigureAwait(false);

    // The official one leaves the token out too.
    public virtual async Task<Response<ConnectCallResult>> ConnectCallAsync(ConnectCallOptions connectCallOptions, CancellationToken cancellationToken = default) =>
        await _pipeline.AskAsync(CallAutomationOperations.ConnectCall, [], CallWire.Connect(connectCallOptions), new ConnectCallResult(), CancellationToken.None).ConfigureAwait(false);

    public virtual async Task<Response> RedirectCallAsync(RedirectCallOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.SendAsync(CallAutomationOperations.RedirectCall, [], CallWire.Redirect(options), cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response> RejectCallAsync(RejectCallOptions options, CancellationToken cancellationToken = default) =>
        await _pipeline.SendAsync(CallAutomationOperations.RejectCall, [], CallWire.Reject(options), cancellationToken).ConfigureAwait(false);

    public virtual CallConnection GetCallConnection(string callConnectionId) => new(_pipeline, callConnectionId);

    public virtual CallRecording GetCallRecording() => new(_pipeline);
}
