using System.Runtime.InteropServices;
using Azure.Core;
using Azure.Core.Pipeline;
using CallFlows.CallAutomation.Gateway;
using CallFlows.Protocol.Rest;

namespace CallFlows.Functions.Gateway;

/// <summary>
/// Makes the official client send what an action asks for: the action's repeatability headers instead of random ones, and again only where
/// that does no harm. Keeps what the service answered.
/// </summary>
/// <remarks>
/// Belongs before the retries (<see cref="HttpPipelinePosition.PerCall"/>): the client sets its headers when it makes the message, once,
/// and all tries carry the same ones.
/// </remarks>
internal sealed class CallExchangePolicy : HttpPipelinePolicy
{
    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Actions are sent by the client's asynchronous methods.");

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        CallExchange exchange = CallExchange.Of(message);
        // Only operations that take them have them.
        if (message.Request.Headers.Contains(WireHeaders.RepeatabilityRequestId))
            CallMessages.SetRepeatability(message.Request, exchange.Request);
        CallMessages.SetDelivery(message, exchange.Request.Action);
        await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        exchange.Answer = await GatewayAnswer.ReadAsync(exchange.Request.Action, message.Response, message.CancellationToken).ConfigureAwait(false);
        message.Response.ContentStream = StreamOf(exchange.Answer.Body);
    }

    // The client reads the answer for itself, from the start.
    private static MemoryStream StreamOf(ReadOnlyMemory<byte> body) => MemoryMarshal.TryGetArray(body, out ArraySegment<byte> bytes) && bytes.Array is not null
        ? new(bytes.Array, bytes.Offset, bytes.Count, writable: false, publiclyVisible: true)
        : new();
}
