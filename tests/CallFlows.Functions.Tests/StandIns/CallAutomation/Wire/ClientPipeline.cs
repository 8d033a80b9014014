#nullable disable

using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using CallFlows.Protocol;
using CallFlows.Protocol.Rest;

namespace Azure.Communication.CallAutomation;

/// <summary>
/// Sends requests as the official client's generated classes do: random repeatability headers for the operations that take them, set when the
/// message is made; every status but the operation's own is an exception; the answer is parsed before it is given.
/// </summary>
/// <remarks>Checked in src/Generated/CallConnectionRestClient.cs and its neighbours.</remarks>
internal sealed class ClientPipeline(HttpPipeline pipeline, Uri endpoint, string apiVersion)
{
    public async Task<Response<TResult>> AskAsync<TBody, TResult>(
        CallAutomationOperation operation, string[] ids, TBody body, TResult result, CancellationToken cancellationToken)
        where TBody : WireModel
    {
        using HttpMessage message = await SendMessageAsync(operation, ids, body, cancellationToken).ConfigureAwait(false);
        using JsonDocument answer = await JsonDocument.ParseAsync(message.Response.ContentStream, default, cancellationToken).ConfigureAwait(false);
        // What isn't an object makes the official client fail here too.
        _ = answer.RootElement.EnumerateObject().Count();
        return Response.FromValue(result, message.Response);
    }

    public async Task<Response<TResult>> AskForNothingAsync<TBody, TResult>(
        CallAutomationOperation operation, string[] ids, TBody body, TResult result, CancellationToken cancellationToken)
        where TBody : WireModel =>
        Response.FromValue(result, await SendAsync(operation, ids, body, cancellationToken).ConfigureAwait(false));

    public async Task<Response> SendAsync<TBody>(CallAutomationOperation operation, string[] ids, TBody body, CancellationToken cancellationToken)
        where TBody : WireModel
    {
        using HttpMessage message = await SendMessageAsync(operation, ids, body, cancellationToken).ConfigureAwait(false);
        return message.Response;
    }

    private async Task<HttpMessage> SendMessageAsync<TBody>(
        CallAutomationOperation operation, string[] ids, TBody body, CancellationToken cancellationToken)
        where TBody : WireModel
    {
        HttpMessage message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Parse(operation.Method);
        message.Request.Uri.Reset(new Uri(endpoint, $"{operation.Path(ids)}?{ApiVersions.QueryParameter}={apiVersion}"));
        if (operation.TakesRepeatability)
        {
            message.Request.Headers.Add(WireHeaders.RepeatabilityRequestId, Guid.NewGuid().ToString());
            message.Request.Headers.Add(WireHeaders.RepeatabilityFirstSent, DateTimeOffset.Now.ToString("R", CultureInfo.InvariantCulture));
        }

        message.Request.Headers.Add("Accept", "application/json");
        if (body is not NoBody)
        {
            message.Request.Headers.Add("Content-Type", "application/json");
            message.Request.Content = RequestContent.Create(ProtocolJson.Write(body));
        }

        await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response.Status == operation.SuccessStatus ? message : throw new RequestFailedException(message.Response);
    }
}
