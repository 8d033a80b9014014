using Azure.Core;
using Azure.Core.Pipeline;
using CallFlows.Protocol.Rest;
using CallFlows.Protocol.Security;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>Signs every try of a request with the access key; a retry gets a new date.</summary>
/// <param name="accessKey">The key.</param>
/// <param name="time">Dates the signatures.</param>
/// <param name="signedFor">
/// Whose path is signed instead of the address that is sent to: files of recordings lie elsewhere, but belong to the resource (wire
/// reference, 8.4). Null to sign the address.
/// </param>
internal sealed class HmacAuthenticationPolicy(ReadOnlyMemory<byte> accessKey, TimeProvider time, Uri? signedFor = null) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        using MemoryStream body = BufferFor(message.Request);
        message.Request.Content?.WriteTo(body, message.CancellationToken);
        Sign(message.Request, body);
        ProcessNext(message, pipeline);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        using MemoryStream body = BufferFor(message.Request);
        if (message.Request.Content is { } content)
            await content.WriteToAsync(body, message.CancellationToken).ConfigureAwait(false);
        Sign(message.Request, body);
        await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
    }

    private static MemoryStream BufferFor(Request request) =>
        request.Content is { } content && content.TryComputeLength(out long length) ? new((int)length) : new();

    private void Sign(Request request, MemoryStream body)
    {
        Uri uri = request.Uri.ToUri();
        RequestSignature signature = HmacSignature.Sign(
            accessKey.Span, request.Method.Method, signedFor is null ? uri.PathAndQuery : uri.AbsolutePath, (signedFor ?? uri).Authority, time.GetUtcNow(), body.GetBuffer().AsSpan(0, (int)body.Length));
        request.Headers.SetValue(WireHeaders.Date, signature.Date);
        request.Headers.SetValue(WireHeaders.ContentHash, signature.ContentHash);
        request.Headers.SetValue(WireHeaders.Host, uri.Authority);
        if (signedFor is not null)
            request.Headers.SetValue(WireHeaders.ResourceHost, signedFor.Authority);
        request.Headers.SetValue(WireHeaders.Authorization, signature.Authorization);
    }
}
