using Azure.Core;
using Azure.Core.Pipeline;
using CallFlows.Actions;
using CallFlows.CallAutomation.Gateway.Requests;
using CallFlows.Protocol.Rest;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>Sends requests to the resource: version, repeatability, signature or token, retries.</summary>
internal sealed class CallPipeline
{
    private readonly Uri _endpoint;
    private readonly string _apiVersion;
    private readonly HttpPipeline _pipeline;

    public CallPipeline(CallGatewayOptions options, HttpClient httpClient, TimeProvider time)
    {
        (_endpoint, HttpPipelinePolicy authentication) = GatewayAuthentication.For(options, time);
        _apiVersion = options.ApiVersion;
        _pipeline = HttpPipelineBuilder.Build(new CallGatewayClientOptions(options, httpClient), authentication);
    }

    public HttpMessage CreateMessage(WireRequest request, CallActionRequest action)
    {
        string version = Uri.EscapeDataString((request.Needs ?? request.Operation.Availability).VersionFor(_apiVersion));
        HttpMessage message = CreateMessage(
            new Uri(_endpoint, $"{request.Path}?{ApiVersions.QueryParameter}={version}"), request.Operation.Method, action.Action);
        if (request.Body is not null)
        {
            message.Request.Content = RequestContent.Create(request.Body);
            message.Request.Headers.SetValue("Content-Type", "application/json");
        }

        if (request.Operation.TakesRepeatability)
            CallMessages.SetRepeatability(message.Request, action);
        return message;
    }

    /// <summary>A request for the next page; null when the link leads away from the resource, which must not get our signature.</summary>
    public HttpMessage? CreateNextPageMessage(string nextLink, GetParticipants action) =>
        Uri.TryCreate(_endpoint, nextLink, out Uri? uri) && uri.Scheme == _endpoint.Scheme && uri.Authority == _endpoint.Authority
            ? CreateMessage(uri, "GET", action)
            : null;

    public ValueTask SendAsync(HttpMessage message, CancellationToken cancellationToken) => _pipeline.SendAsync(message, cancellationToken);

    private HttpMessage CreateMessage(Uri uri, string method, CallAction action)
    {
        HttpMessage message = _pipeline.CreateMessage();
        CallMessages.SetDelivery(message, action);
        message.Request.Method = RequestMethod.Parse(method);
        message.Request.Uri.Reset(uri);
        message.Request.Headers.SetValue("Accept", "application/json");
        return message;
    }
}
